/** A page of a learner: its name, its address, and the cookie with which it is asked for. */
export type Route = { name: string; path: string; cookie: string }

/** Every kind of page that learners open, reached as a browser without script reaches them. */
export async function learnerRoutes(url: string): Promise<Route[]> {
  const welcome = await (await fetch(url)).text()
  const deckId = /\/study\?deck=([0-9a-f-]{36})/.exec(welcome)?.[1]
  if (!deckId) throw new Error('The first screen leads to no deck.')
  const quiz = `/decks/${deckId}/quiz`
  const { location, cookie } = await submit(url + quiz, await (await fetch(url + quiz)).text())
  const open = (name: string, path: string) => ({ name, path, cookie: '' })
  return [
    open('Welcome', '/'),
    open('Study', `/study?deck=${deckId}`),
    open('Decks', '/decks'),
    open('Deck', `/decks/${deckId}`),
    open('Deck, Quiz', quiz),
    open('Deck, Text', `/decks/${deckId}/text`),
    open('Deck, Items', `/decks/${deckId}/items`),
    open('New document', '/documents/new'),
    open('Join', '/join'),
    open('Sign in', '/sign-in'),
    { name: 'Attempt', path: await finalPath(new URL(location, url), cookie), cookie },
    { name: 'Today', path: '/', cookie },
    { name: 'Account', path: '/account', cookie },
  ]
}

/** Posts the form that makes a quiz; says where it leads and who one is from then on. */
async function submit(address: string, page: string): Promise<{ location: string; cookie: string }> {
  const form = page.split('<form').find((part) => part.includes('name="deckId"')) ?? ''
  const body = new FormData()
  for (const [tag] of form.split('</form>')[0]?.matchAll(/<input[^>]*>/g) ?? []) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"')
    if (attribute('type') === 'hidden') body.append(attribute('name') ?? '', attribute('value') ?? '')
  }
  body.append('mode', 'practice')
  body.append('count', '10')
  const headers = { origin: new URL(address).origin }
  const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
  if (response.status !== 303) throw new Error(`Starting a quiz was answered ${response.status}.`)
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { location: response.headers.get('location') ?? '/', cookie: cookie.join('; ') }
}

async function finalPath(address: URL, cookie: string): Promise<string> {
  const { url } = await fetch(address, { headers: { cookie } })
  return new URL(url).pathname + new URL(url).search
}
