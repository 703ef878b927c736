/** What is said once the rows of the start are on their way, or what few are ever asked: a bundle of its own. */
export { ExpiryNotice } from './expiryNotice';
export { tellOfImageService } from './imageServiceNotice';
export { askAboutRefused, askAboutUnread } from './secretQuestions';
