import type { ItemType, PublicContents, QuestionType } from '@/lib/core/question-types/registry'
import { choice } from './choice/choice'
import { cloze } from './cloze/cloze'
import { flashcard } from './flashcard/flashcard'
import { gaps } from './gaps/gaps'
import { matching } from './matching/matching'
import { multiple } from './multiple/multiple'
import { numeric } from './numeric/numeric'
import { ordering } from './ordering/ordering'
import type { ItemComponents, QuestionComponents } from './shared/question-components'
import { shortAnswer } from './short-answer/short-answer'
import { trueFalse } from './true-false/true-false'

const questions = {
  choice,
  multiple,
  'true-false': trueFalse,
  cloze,
  gaps,
  'short-answer': shortAnswer,
  numeric,
  matching,
  ordering,
} satisfies { [T in QuestionType]: QuestionComponents<PublicContents[T]> }

const items = { flashcard, ...questions } satisfies Record<ItemType, ItemComponents>

export function itemComponents(type: ItemType): ItemComponents {
  return items[type]
}

// `PublicItem` says that a type and its content belong together; the compiler cannot follow it through the registry.
export function questionComponents(type: QuestionType): QuestionComponents<PublicContents[QuestionType]> {
  return questions[type] as QuestionComponents<PublicContents[QuestionType]>
}
