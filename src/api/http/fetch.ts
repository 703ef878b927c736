/** What sends requests. A bundle of its own, so that starting the extension does not wait for it. */
export { default as fetch, FetchError } from 'node-fetch';
