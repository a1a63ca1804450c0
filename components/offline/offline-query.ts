import { type Selection, WrittenSelection } from '@/lib/core/memory/session/selection'

/** What was asked for when there was no answer: the page stands under that address. */
export type OfflinePage =
  | { readonly kind: 'study'; readonly request: StudyRequest }
  | { readonly kind: 'deck'; readonly deckId: string }
  /** `known`: a page that the list of decks stands in for. */
  | { readonly kind: 'list'; readonly known: boolean }

export type StudyRequest = {
  readonly deckId: string | null
  /** Null: whatever is due. */
  readonly factIds: readonly string[] | null
  readonly card: string | null
  readonly shown: boolean
  readonly typed: string
  readonly hints: number
  readonly lastReviewId: string | null
  readonly only: Selection
  readonly from: number
  readonly cram: boolean
}

const STOOD_FOR = ['/', '/decks', '/offline']
const DECK = /^\/decks\/([0-9a-f-]{36})$/

/** Reads an address as the pages that could not be fetched would (app/(focus)/study/parse-query.ts). */
export function readOfflinePage({ pathname, search }: { pathname: string; search: string }): OfflinePage {
  if (pathname === '/study') return { kind: 'study', request: readRequest(new URLSearchParams(search)) }
  const deckId = DECK.exec(pathname)?.[1]
  return deckId ? { kind: 'deck', deckId } : { kind: 'list', known: STOOD_FOR.includes(pathname) }
}

function readRequest(query: URLSearchParams): StudyRequest {
  const facts = query.get('facts')
  return {
    deckId: query.get('deck'),
    factIds: facts === null ? null : facts.split(','),
    card: query.get('card'),
    shown: query.get('show') === '1',
    typed: query.get('typed') ?? '',
    hints: Number(query.get('hints')) || 0,
    lastReviewId: query.get('last'),
    only: WrittenSelection.parse(query.get('only') ?? undefined),
    from: Number(query.get('from')) || 0,
    cram: query.get('cram') === '1',
  }
}
