import type { StructuredDocument } from '../../document/document'
import { foldText } from '../../grading/tokenise'
import { choice } from '../../question-types/choice/choice'
import type { ItemType } from '../../question-types/registry'
import { countWords } from '../../shared/count-words'
import { GAP } from '../../shared/gap-placeholder'
import { type Draft, MOST_TYPED_WORDS, withScore } from '../draft'
import { openGate } from '../gate'
import { sentencesToAsk } from '../sentences-to-ask'

/** Answers that are recognised among options or by the words around them; the others are recalled. */
const RECOGNISED: ReadonlySet<ItemType> = new Set(['choice', 'cloze', 'gaps'])

/** A repeated question is worth less than the one it was made from. */
const LESS = 0.2

/**
 * Of each fact that only a choice asks, the choice without its options; of each that is only recalled, a gap in the sentence that
 * states it in these words. Only those that no check doubts: not every fact has an item for each step of study. A fact that only a
 * gap, a list or a statement asks has no second item.
 */
export function secondAskings(drafts: readonly Draft[], document: StructuredDocument): readonly Draft[] {
  const ways = new Map<string, Set<boolean>>()
  for (const draft of drafts) {
    const known = ways.get(factOf(draft)) ?? new Set()
    ways.set(factOf(draft), known.add(RECOGNISED.has(draft.type)))
  }
  const gate = openGate(document)
  gate.admit(drafts)
  return drafts
    .filter((draft) => ways.get(factOf(draft))?.size === 1)
    .flatMap((draft) => (draft.type === 'choice' ? recalled(draft) : (gapped(draft, document) ?? [])))
    .map((draft) => withScore(draft, draft.score - LESS))
    .filter((draft) => gate.admit([draft]).items.some(({ tier }) => tier === 'A'))
}

const factOf = ({ key, evidence }: Draft): string => `${evidence[0]?.start}: ${foldText(key.join('; '))}`

/** A name or a figure is typed; what can be said in other words is looked up on the back of a card. */
function recalled(draft: Draft): readonly Draft[] {
  if (choice.isCardStem?.(draft.stem) === false) return []
  const [key = ''] = draft.key
  const isTyped = countWords(key) <= MOST_TYPED_WORDS && /^\p{Lu}|\d/u.test(key)
  return [{ ...draft, type: isTyped ? 'short-answer' : 'flashcard', wrong: [] }]
}

const LONGEST_SENTENCE = 30

/** The sentence with a gap in place of the answer, where it says the answer in these words. */
function gapped(draft: Draft, document: StructuredDocument): Draft | null {
  const { type, key, answerSpan } = draft
  if (answerSpan === null || key.length > 1 || !ASKED_OPENLY.has(type)) return null
  const said = document.text.slice(answerSpan.start, answerSpan.end)
  const sentence = sentencesToAsk(document).find(
    ({ span, kind }) => kind === 'sentence' && span.start <= answerSpan.start && answerSpan.end <= span.end,
  )
  if (!sentence || countWords(said) > MOST_TYPED_WORDS || countWords(sentence.text) > LONGEST_SENTENCE) return null
  const parts = sentence.text.split(said)
  if (parts.length !== 2) return null
  return {
    ...draft,
    type: 'cloze',
    stem: parts.join(GAP),
    key: [said],
    evidence: [sentence.span],
    explanation: sentence.text,
  }
}

const ASKED_OPENLY: ReadonlySet<ItemType> = new Set(['flashcard', 'short-answer', 'numeric'])
