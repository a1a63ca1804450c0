import type { StructuredDocument } from '../../document/document'
import { ANSWER_CHARACTERS, ANSWERS_PER_QUESTION } from '../../shared/input-limits'
import type { Draft } from '../draft'
import type { Found } from '../finder'
import { locateDraft } from '../locate-draft'
import { type Proposal, proposal, type ReadReply, readProposals } from '../read-reply'
import type { Refusal } from '../refusal'
import { sentencesToAsk } from '../sentences-to-ask'
import { readPlainItems } from './plain-items'
import { isTooLong } from './reply-lines'

/** As many as are checked at once: an author may paste the replies to several parts together. */
const MOST_ITEMS = 200

/** `leftOut`: how many items came after the most that are checked at once. */
export type FoundInReply = Found & { readonly leftOut: number }

/**
 * The items of a reply that an author pasted, in whatever form assistants give them. None is shown before the author looked at
 * it. Linear in the length of the reply, and for each item in the number of sentences.
 */
export function readPasted(reply: string, document: StructuredDocument): FoundInReply {
  const { entries, unreadable, unanswered, leftOut } = readItems(reply)
  const source = { finder: 'pasted' as const, document, sentences: sentencesToAsk(document) }
  const located = entries.filter(isOfUsualSize).map((entry) => locateDraft(entry, source))
  const drafts = located.flatMap((result): Draft[] => ('draft' in result ? [result.draft] : []))
  const refusals = located.flatMap((result): Refusal[] => ('refusal' in result ? [result.refusal] : []))
  const unread = (stem: string): Refusal => {
    return { finder: 'pasted', code: 'unreadable', values: {}, span: null, stem, key: '' }
  }
  const lost = [
    ...unanswered.map(unread),
    ...Array.from({ length: unreadable + entries.length - located.length }, () => unread('')),
  ]
  return { drafts, refusals: [...refusals, ...lost], leftOut }
}

type ReadItems = ReadReply<Proposal> & { readonly unanswered: readonly string[] }

function readItems(text: string): ReadItems {
  const json = readProposals(text, MOST_ITEMS)
  if (json.entries.length > 0) return { ...json, unanswered: [] }
  const { items, unanswered } = readPlainItems(text)
  const entries = items
    .slice(0, MOST_ITEMS)
    .map(({ sentence, question, ...item }) =>
      proposal({ ...item, sentences: sentence === null ? [] : [sentence], stem: question }),
    )
  const tooLong = text.split('\n').filter(isTooLong).length
  const isNothing = entries.length + unanswered.length + tooLong === 0 && text.trim() !== ''
  return {
    entries,
    unreadable: isNothing ? Math.max(1, json.unreadable) : tooLong,
    unanswered: unanswered.slice(0, MOST_ITEMS).map((stem) => stem.slice(0, ANSWER_CHARACTERS)),
    leftOut: items.length - entries.length,
  }
}

/** What is longer is no item, and would take long to compare with the text. */
function isOfUsualSize({ sentences, quote, stem, key, wrong }: Proposal): boolean {
  const texts = [quote, stem, ...key, ...wrong.flatMap(({ text, why }) => [text, why])]
  return (
    texts.every(({ length }) => length <= ANSWER_CHARACTERS) &&
    [sentences, key, wrong].every(({ length }) => length <= ANSWERS_PER_QUESTION)
  )
}
