/** The features that need no more than the core: each is a folder, and a line here by which it registers itself. */
export { registerNotices } from './notices';
