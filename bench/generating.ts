import { emptyFolder, startServer } from '../e2e/support/start-server'
import { beside, readCards } from './beside'
import { aLongText, importText, WORDS } from './long-document'
import type { Row } from './table'

/** How long others wait while a long document is made, beside how long they wait when nothing is. */
export async function benchGenerating(): Promise<Row[]> {
  const dataDir = emptyFolder()
  const prepared = await startServer(dataDir)
  await prepared.stop()
  const cards = await readCards(dataDir)
  const server = await startServer(dataDir)
  // Made before anything is measured: that takes this process a while.
  const text = aLongText()
  try {
    const work = async (round: number) => void (await importText(server, `${text}\n\nNote ${round}.`))
    return [await beside(server, cards, { name: `others while ${WORDS.toLocaleString('en')} words are made`, work })]
  } finally {
    await server.stop()
  }
}
