import { getTranslations } from 'next-intl/server'
import { DeckId } from '@/lib/core/ids'
import { printDeck } from '@/lib/data/decks/print-deck'
import { log } from '@/lib/log'
import { getViewer } from '@/lib/session'
import { type PrintResult, printInWorker } from '@/lib/workers/print-in-worker'
import { parsePrintQuery, printRequest } from '../parse-print-query'
import { printWords } from '../print-words'

/** The sheets of the page beside this file as a PDF. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await getViewer()
  const deckId = DeckId.safeParse((await params).id).data
  const query = parsePrintQuery(Object.fromEntries(new URL(request.url).searchParams))
  const found = deckId ? await printDeck(viewer, deckId, printRequest(query)) : null
  if (!found) return new Response(null, { status: 404 })
  const { printed } = found
  const job = { printed, paper: query.paper, words: await printWords(printed) }
  const result = await printInWorker(job, request.signal)
  if (result.kind === 'rejected') return refuse(result)
  return new Response(new Uint8Array(result.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${query.what}.pdf"; filename*=UTF-8''${fileName(printed.title)}`,
      'cache-control': 'no-store',
    },
  })
}

async function refuse(result: Extract<PrintResult, { kind: 'rejected' }>): Promise<Response> {
  const t = await getTranslations('print.refused')
  if (result.reason === 'busy') return new Response(t('busy'), { status: 503, headers: { 'retry-after': '60' } })
  if (result.reason !== 'cancelled') log.error({ reason: result }, 'A PDF could not be made')
  return new Response(t('failed'), { status: 500 })
}

const MAX_LETTERS = 80

function fileName(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  // Cut by code points, because encodeURIComponent throws on half of a surrogate pair.
  return encodeURIComponent(`${[...plain].slice(0, MAX_LETTERS).join('').trim() || 'deck'}.pdf`)
}
