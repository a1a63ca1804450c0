import 'server-only'
import type { Span } from '../../core/document/document'
import { answerPlace, evidenceOf } from '../../core/document/evidence'
import { nearWords } from '../../core/grading/typos'
import { mayLackUnit } from '../../core/grading/units'
import type { DeckId, ItemId } from '../../core/ids'
import { asHelpedCloze, type Card } from '../../core/item/card'
import { withoutHint } from '../../core/item/hint'
import { splitLabel } from '../../core/item/item-label'
import { readingBlocks } from '../../core/language/sentences-of-blocks'
import { reviewsOf } from '../../core/memory/scheduling/memory'
import type { MemoryParameters } from '../../core/memory/scheduling/parameters'
import { outlookOf } from '../../core/memory/session/card-schedule'
import { type Rung, rungOf } from '../../core/memory/session/difficulty-ladder'
import {
  type CardEvidence,
  type Face,
  type FaceOption,
  type Faces,
  faceOn,
  type StudyCard,
} from '../../core/memory/session/study-card'
import type { Written } from '../../core/question-types/question-type'
import { write, wrongOptions } from '../../core/question-types/registry'
import { memoizeRecent } from '../../core/shared/memoize'
import { seedOf, shuffled } from '../../core/shared/random'
import type { ReadDocument } from '../decks/document-text'
import type { Revision } from '../decks/item-revisions'
import type { DeckFact } from '../decks/list-deck-facts'
import type { CardExtras } from './card-extras'
import type { Picked } from './study-scope'

export type CardParts = Picked & {
  readonly deckId: DeckId
  readonly itemId: ItemId
  readonly fact: DeckFact
  readonly revision: Revision
  readonly card: Card
  readonly document: ReadDocument
  readonly parameters: MemoryParameters
  readonly extras: CardExtras | undefined
}

export function makeCard(parts: CardParts, now: Date): StudyCard {
  const { memory, parameters, fact, extras } = parts
  const faces = facesOf(parts)
  const wanted = rungOf(memory)
  return {
    ...faceOn(faces, wanted),
    deckId: parts.deckId,
    factId: fact.id,
    siblings: siblingsOf(fact, parts.document),
    language: parts.document.language,
    starred: extras?.starred ?? false,
    ...outlookOf(memory, parts.dueStatus, now, parameters, fact.id),
    faces: Object.keys(faces).length > 1 ? faces : {},
  }
}

function facesOf(parts: CardParts): Faces {
  const { itemId, revision, card, extras } = parts
  const own: Asked = { itemId, revision }
  const { choice, cloze = own } = extras?.rungs ?? {}
  const helped = extras?.rungs ? asHelpedCloze(cloze.revision) : null
  return {
    ...(choice ? { choice: makeFace('choice', choice, null, parts) } : {}),
    // Where the cloze is the card, and nothing helps it, there is no rung between.
    ...(helped || cloze.itemId !== itemId ? { cloze: makeFace('cloze', cloze, helped, parts) } : {}),
    card: makeFace('card', own, card, parts),
  }
}

type Asked = { readonly itemId: ItemId; readonly revision: Revision }

function makeFace(rung: Rung, { itemId, revision }: Asked, card: Card | null, parts: CardParts): Face {
  const { document, memory, extras } = parts
  const { key, accepted } = write(revision)
  const { front, back } = card ?? { front: withoutHint(revision.stem), back: key }
  const { label, rest } = splitLabel(front, document.title, headingsOf(document))
  return {
    rung,
    itemId,
    revisionId: revision.id,
    label,
    front: rest,
    back,
    accepted,
    grading: {
      asNumber: revision.type === 'numeric' || (back.length === 1 && mayLackUnit(back[0] ?? '', document.text)),
      elsewhere: rung === 'choice' ? '' : nearWords(document.text, [...back, ...accepted.flat()]).join(' '),
    },
    options: rung === 'choice' ? optionsOf(itemId, write(revision), reviewsOf(memory)) : null,
    evidence: evidenceFor(parts, revision, back),
    words: extras?.mayEdit ? { stem: revision.stem, key, wrong: wrongOptions(revision) } : null,
  }
}

/** In an order that nothing but the item and the turn decides: the place of an option is not what is remembered. */
function optionsOf(itemId: ItemId, { options, key, distractorReasons }: Written, turn: number): FaceOption[] {
  return shuffled([...options].sort(), seedOf(itemId) + turn).map((text) => {
    const isRight = key.includes(text)
    return { text, isRight, reason: isRight ? '' : (distractorReasons[text] ?? '') }
  })
}

const headingsOf = memoizeRecent(({ blocks, text }: ReadDocument): readonly string[] =>
  blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => text.slice(span.start, span.end)),
)

function evidenceFor({ fact, document }: CardParts, revision: Revision, back: readonly string[]): CardEvidence | null {
  const spans: readonly Span[] = revision.evidence.length > 0 ? revision.evidence : fact.spans
  const [first] = spans
  if (!first) return null
  const answerSpan = document.facts.find(({ id }) => id === fact.id)?.answerSpan ?? null
  const spellings = [...back, ...(write(revision).accepted[0] ?? [])]
  // The members of a list stand apart in its evidence, so none of them is lit alone.
  const place = back.length === 1 ? answerPlace(document.text, { spans, answerSpan }, spellings) : null
  const { caption, sentence, answer } = evidenceOf(document, spans, place)
  return { ...caption, text: sentence, at: first.start, answer }
}

/** The same for facts of one sentence or one list: where it begins in their document. */
function siblingsOf({ documentId, spans }: DeckFact, { blocks, text }: ReadDocument): string {
  const first = spans[0]?.start ?? 0
  const has = (span: Span | null) => span !== null && span.start <= first && first < span.end
  const list = blocks.find((block) => block.kind === 'list' && (has(block.span) || has(block.intro)))
  if (list) return `${documentId} ${list.span.start}`
  const around = blocks.filter(({ span }) => has(span))
  const units = readingBlocks({ text, blocks: around }, spans).flatMap((block) =>
    block.kind === 'paragraph' ? block.units : [],
  )
  return `${documentId} ${units.find(has)?.start ?? first}`
}
