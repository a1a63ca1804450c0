/** Over plain http, as on a school's network, a browser has no service worker: there everything works but this. */
export function hasOffline(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator
}
