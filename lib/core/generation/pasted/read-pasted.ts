import type { StructuredDocument } from '../../document/document'
import type { Draft } from '../draft'
import type { Found } from '../finder'
import { locateDraft } from '../locate-draft'
import { type Proposal, proposal, readProposals } from '../read-reply'
import type { Refusal } from '../refusal'
import { sentencesToAsk } from '../sentences-to-ask'
import { readPlainItems } from './plain-items'

const LONGEST_REPLY = 262_144

/** The items of a reply that an author pasted, in whatever form assistants give them. None is shown before the author looked at it. */
export function readPasted(reply: string, document: StructuredDocument): Found {
  const text = reply.slice(0, LONGEST_REPLY)
  const { entries, unreadable } = readItems(text)
  const source = { finder: 'pasted' as const, document, sentences: sentencesToAsk(document) }
  const located = entries.map((entry) => locateDraft(entry, source))
  const drafts = located.flatMap((result): Draft[] => ('draft' in result ? [result.draft] : []))
  const refusals = located.flatMap((result): Refusal[] => ('refusal' in result ? [result.refusal] : []))
  const nothing: Refusal = { finder: 'pasted', code: 'unreadable', values: {}, span: null, stem: '', key: '' }
  return { drafts, refusals: [...refusals, ...Array.from({ length: unreadable }, () => nothing)] }
}

/** An author may paste the replies to several parts at once, so the limit of one reply does not hold here. */
function readItems(text: string): { readonly entries: readonly Proposal[]; readonly unreadable: number } {
  const json = readProposals(text)
  if (json.entries.length > 0) return json
  const plain = readPlainItems(text)
  const entries = plain.map(({ sentence, quote, question, answer, wrong, type }) =>
    proposal({ sentences: sentence === null ? [] : [sentence], quote, stem: question, answers: [answer], wrong, type }),
  )
  return { entries, unreadable: entries.length === 0 && text.trim() !== '' ? Math.max(1, json.unreadable) : 0 }
}
