import { faceOn } from '@/lib/core/memory/face'
import { rungAfter } from '@/lib/core/memory/ladder'
import { isLeechAt } from '@/lib/core/memory/leech'
import type { Rating } from '@/lib/core/memory/memory'
import type { StudyCard } from '@/lib/core/memory/study-card'
import { nextCard } from './next-card'
import type { Session, SessionEvent, Waiting } from './session-state'

const MINUTE_MS = 60_000

type Rate = Extract<SessionEvent, { kind: 'rate' }>

/** The card on screen is rated and the next one comes; it is back itself where its steps, a hint or practice bring it. */
export function rateInSession(session: Session, { rating, reviewId, now }: Rate): Session {
  const { card, hints, cram } = session
  if (!card || !session.shown) return session
  const assisted = hints > 0
  const deeds = [...session.deeds, { kind: 'rated', reviewId, card, rating, assisted, before: session } as const]
  const rated = { ...session, deeds, leech: leechOf(session, rating) }
  // What was helped has not been answered yet, and in practice only what was not known comes again: both at the end.
  if (assisted || cram) {
    const again = assisted || rating === 'again' ? [card] : []
    return nextCard({ ...rated, ahead: [...session.ahead, ...again] }, now)
  }
  return nextCard({ ...rated, waiting: [...session.waiting, ...onSteps(card, rating, now)] }, now)
}

function onSteps(card: StudyCard, rating: Rating, now: number): readonly Waiting[] {
  const { unit, count } = card.intervals[rating]
  return unit === 'minutes' ? [{ card: onItsSteps(card, rating), dueAt: now + count * MINUTE_MS }] : []
}

function leechOf({ card, hints, cram }: Session, rating: Rating): StudyCard | null {
  const isKnown = card?.pile === 'due' || card?.pile === 'ahead'
  const slipped = isKnown && card.counts && rating === 'again' && hints === 0 && !cram
  return card && slipped && isLeechAt(card.lapses + 1) ? onItsSteps(card, rating) : null
}

/** The server will say what comes next; until then, and without a network, what was worked out with the page. */
function onItsSteps(card: StudyCard, rating: Rating): StudyCard {
  const wanted = rungAfter(card.wanted, rating)
  const face = faceOn({ card, ...card.faces }, wanted)
  const intervals = card.stepped[rating] ?? card.intervals
  return { ...card, ...face, wanted, pile: 'learning', lastSeenDays: 0, intervals }
}
