import type { DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import type { AuthoredItem } from '@/lib/data/authoring/authored-rows'
import { writeItem } from '@/lib/data/authoring/write-item'
import { aKnownDeck } from './decks'
import { aLearner, NOW } from './factories'

const TEXT = 'The Naryn flows into the Syr Darya. The town of Karakol was founded in 1869. The Chu ends in the desert.'
/** The sentence about Karakol. */
export const KARAKOL = { start: 36, end: 77 }
/** A deck about rivers and towns that asks nothing about Karakol. */
export async function aTown() {
  const owner = await aLearner()
  const deck = await aKnownDeck(owner, {
    title: 'Rivers and towns',
    text: TEXT,
    items: [
      { type: 'short-answer', stem: 'Into what does the Naryn flow?', key: ['the Syr Darya'] },
      { type: 'short-answer', stem: 'Where does the Chu end?', key: ['in the desert'] },
    ],
  })
  return { owner, ...deck }
}

export const founded: AuthoredItem = {
  type: 'short-answer',
  stem: 'In which year was the town of Karakol founded?',
  key: ['1869'],
  wrong: [],
  evidence: [KARAKOL],
}

export async function written(owner: Viewer, deckId: DeckId, item: AuthoredItem = founded, now = NOW) {
  const made = await writeItem(owner, deckId, item, { anyway: true }, now)
  if (made.kind === 'rejected') throw new Error(made.reason)
  return made
}
