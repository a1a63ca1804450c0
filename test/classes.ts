import type { ClassId, DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { DAY_MS } from '@/lib/core/shared/time'
import { type AskedAssignment, assignDeck } from '@/lib/data/classes/assignments'
import { createClass } from '@/lib/data/classes/classes'
import { joinClass } from '@/lib/data/classes/join-class'
import { anAddress } from './accounts'
import { aClass, aDeck, aLearner, NOW } from './factories'

export const UNKNOWN_ID = '7d8a4c1e-3f52-4b7a-9a6e-1c2d3e4f5a6b'

export const SEED = 7

export const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

export async function aClassWithDeck() {
  const teacher = await aLearner({ name: 'Gulnara' })
  const deck = await aDeck(teacher)
  const learners = [
    await aLearner({ name: 'Salima' }),
    await aLearner({ name: 'Emir' }),
    await aLearner({ name: 'Aibek' }),
  ]
  const { classId } = await aClass(teacher, learners)
  const [salima, emir, aibek] = learners as [Viewer, Viewer, Viewer]
  return { teacher, deck, classId, salima, emir, aibek }
}

export const toStudy = (classId: ClassId, deckId: DeckId): AskedAssignment => ({
  kind: 'study',
  classId,
  deckId,
  dueAt: null,
})

export const toQuiz = (classId: ClassId, deckId: DeckId): AskedAssignment => ({
  kind: 'quiz',
  classId,
  deckId,
  dueAt: later(7),
  count: 4,
  mode: 'practice',
})

export async function assign(viewer: Viewer, asked: AskedAssignment) {
  const made = await assignDeck(viewer, asked, SEED, NOW)
  if (made.kind === 'rejected') throw new Error(made.reason)
  return made
}

export async function anOpenClass(teacher: Viewer, name = 'History 10-B') {
  const made = await createClass(teacher, { name }, NOW)
  if (made.kind === 'rejected') throw new Error(made.reason)
  return made
}

export async function joinAs(code: string, name: string, viewer: Viewer | null = null) {
  const result = await joinClass({ code, name, address: anAddress() }, viewer, NOW)
  if (result.kind === 'rejected') throw new Error(result.reason)
  return result
}
