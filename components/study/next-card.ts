import type { StudyCard } from '@/lib/core/memory/study-card'
import type { Session } from './session-state'

/**
 * A step that has come due goes first, then what lies ahead; at the end nobody waits for a step before an empty screen. What
 * shares a sentence or a list with the card just seen comes after another, as long as there is one.
 */
export function nextCard(session: Session, now: number): Session {
  const byTime = [...session.waiting].sort((one, other) => one.dueAt - other.dueAt)
  const ready = session.ahead.length === 0 ? byTime : byTime.filter(({ dueAt }) => dueAt <= now)
  const apart = ready.find(({ card }) => card.siblings !== session.card?.siblings)
  const soonest = apart ?? (session.ahead.length === 0 ? byTime[0] : undefined)
  const fresh = { ...session, shown: false, given: '', hints: 0, turn: session.turn + 1 }
  if (soonest) {
    return { ...fresh, card: soonest.card, waiting: session.waiting.filter((waiting) => waiting !== soonest) }
  }
  const [card, ...ahead] = session.ahead
  return { ...fresh, card: card ?? null, ahead }
}

/** Facts that are set aside, or whose ratings still wait on this device from before the page was loaded again. */
export function withoutFacts(session: Session, factIds: readonly string[], now: number): Session {
  const isLeft = (card: StudyCard) => !factIds.includes(card.factId)
  const waiting = session.waiting.filter(({ card }) => isLeft(card))
  const left = { ...session, waiting, ahead: session.ahead.filter(isLeft) }
  return session.card && !isLeft(session.card) ? nextCard(left, now) : left
}
