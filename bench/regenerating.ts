import { execFileSync } from 'node:child_process'
import { emptyFolder, environment, root, type Server, startServer } from '../e2e/support/start-server'
import { beside, readCards } from './beside'
import { aLongText, type Imported, importText, WORDS } from './long-document'
import type { Row } from './table'

const DOCUMENTS = 3

/** How long others wait while the deck of a long document is regenerated, beside how long they wait when nothing is done. */
export async function benchRegenerating(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const decks = await makeOlder(dataDir)
  const cards = await readCards(dataDir)
  const server = await startServer(dataDir)
  try {
    const work = (round: number) => regenerate(server, decks[round])
    const name = `others while a deck of ${WORDS.toLocaleString('en')} words is regenerated`
    return [await beside(server, cards, { name, work })]
  } finally {
    await server.stop()
  }
}

/** Long documents of a guest, as an older engine would have left them. */
async function makeOlder(dataDir: string): Promise<Imported[]> {
  const server = await startServer(dataDir)
  const decks: Imported[] = []
  const text = aLongText()
  for (let count = 0; count < DOCUMENTS; count += 1)
    decks.push(await importText(server, `${text}\n\nNote ${count}.`, decks[0]?.cookie))
  await server.stop()
  const env = environment({ BILIM_DATA_DIR: dataDir })
  execFileSync(process.execPath, ['scripts/run.mjs', 'bench/make-older.ts'], { cwd: root, env })
  return decks
}

async function regenerate({ url }: Server, deck: Imported | undefined): Promise<void> {
  if (!deck) throw new Error('There is no deck left to regenerate.')
  const headers = { origin: url, cookie: deck.cookie }
  const response = await fetch(`${url}/api/decks/${deck.deckId}/regeneration`, { method: 'POST', headers })
  const heard = await response.text()
  if (!heard.includes('"kind":"regenerated"')) throw new Error(`The deck was not regenerated: ${heard.slice(-200)}`)
}
