/** What asks the services of images: a bundle of its own, loaded with the first request. */
export { ComputeImages } from './compute/computeImages';
export { GlanceImages } from './glance/glanceImages';
