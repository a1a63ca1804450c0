const ask = (event: BeforeUnloadEvent) => event.preventDefault()
let open = 0

/** While it is on its way, the browser asks before the page is left: what was shown as decided would not be saved. */
export async function warnBeforeLeaving<T>(sends: () => Promise<T>): Promise<T> {
  if (open === 0) window.addEventListener('beforeunload', ask)
  open += 1
  try {
    return await sends()
  } finally {
    open -= 1
    if (open === 0) window.removeEventListener('beforeunload', ask)
  }
}
