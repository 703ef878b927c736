/** What is said or asked once the rows of the start are on their way: a bundle of its own. */
export { ExpiryNotice } from './expiryNotice';
export { tellOfImageService } from './imageServiceNotice';
export { askAboutRefused, tellOfUnread } from './secretQuestions';
