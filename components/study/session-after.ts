import { otherFace } from '@/lib/core/memory/face'
import type { Face, ReviewOutcome, StudyCard } from '@/lib/core/memory/study-card'
import { withoutFacts } from './next-card'
import { rateInSession } from './rate-in-session'
import { mapCards, type Session, type SessionEvent } from './session-state'

/** One step of a session: what it becomes by what has happened. */
export function sessionAfter(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'show':
      return session.card ? { ...session, shown: true, given: event.given } : session
    case 'hint':
      return session.card && !session.shown ? { ...session, hints: session.hints + 1 } : session
    case 'rate':
      return rateInSession(session, event)
    case 'set-aside':
      return afterSettingAside(session, event)
    case 'star':
      return afterStar(session)
    case 'ask-otherwise':
      return askedOtherwise(session)
    case 'edited':
      return afterEdit(session, event)
    case 'undo':
      return afterUndo(session)
    case 'saved':
      return event.outcomes.reduce(afterSaving, session)
    case 'day-turned':
      return onNewDay(session, event.card)
    case 'skip':
      return withoutFacts(session, event.factIds, event.now)
  }
}

function afterSettingAside(session: Session, event: Extract<SessionEvent, { kind: 'set-aside' }>): Session {
  const { card, as, now } = event
  const deeds = [...session.deeds, { kind: 'set-aside', card, as, before: session } as const]
  return withoutFacts({ ...session, deeds, leech: null }, [card.factId], now)
}

function afterStar(session: Session): Session {
  const { card } = session
  if (!card) return session
  const on = !card.starred
  return starred({ ...session, deeds: [...session.deeds, { kind: 'starred', card, on, before: session }] }, card, on)
}

function starred(session: Session, { factId }: StudyCard, on: boolean): Session {
  return mapCards(session, (card) => (card.factId === factId ? { ...card, starred: on } : card))
}

/** What keeps slipping comes next time by another item on the same fact. */
function askedOtherwise(session: Session): Session {
  const { leech } = session
  const face = leech && otherFace(leech.faces, leech.itemId)
  if (!leech || !face) return session
  const turned = mapCards(session, (card) => (card.factId === leech.factId ? { ...card, ...face } : card))
  return { ...turned, leech: null }
}

function afterEdit(session: Session, { itemId, faces }: Extract<SessionEvent, { kind: 'edited' }>): Session {
  const edits = { ...session.edits, [itemId]: faces }
  return mapCards({ ...session, edits }, (card) => withWords(card, itemId, faces))
}

function afterUndo(session: Session): Session {
  const last = session.deeds.at(-1)
  if (!last) return session
  if (last.kind === 'starred') {
    return starred({ ...session, deeds: session.deeds.slice(0, -1) }, last.card, !last.on)
  }
  const { edits, mastery, rejected } = session
  const worded = (card: StudyCard) =>
    Object.entries(edits).reduce((now, [id, faces]) => withWords(now, id, faces), card)
  const before = mapCards(last.before, worded)
  // The answer stays open: whoever pressed the wrong key wants to press another.
  return { ...before, edits, mastery, rejected, shown: last.kind === 'rated' || before.shown, leech: null }
}

function afterSaving(session: Session, outcome: ReviewOutcome): Session {
  if (outcome.kind === 'rejected') return { ...session, rejected: [...session.rejected, outcome.id] }
  if (outcome.kind !== 'saved') return session
  const { factId, mastery, intervals, counts, lastSeenDays } = outcome
  // Rated in another tab it is not new here any more, and rating it again may change no date.
  const since = { intervals, counts, lastSeenDays }
  const renewed = mapCards(session, (card) => (card.factId === factId ? { ...card, ...since } : card))
  return { ...renewed, mastery: { ...session.mastery, [factId]: mastery } }
}

/** It stays as it stands on screen; what its ratings lead to is of the new day. */
function onNewDay(session: Session, { factId, intervals, stepped, counts, lastSeenDays }: StudyCard): Session {
  const turned = { intervals, stepped, counts, lastSeenDays }
  return mapCards(session, (card) => (card.factId === factId ? { ...card, ...turned } : card))
}

/** The card in the new words of one item, on each rung that asks it. */
function withWords(card: StudyCard, itemId: string, renewed: readonly Face[]): StudyCard {
  const anew = <One extends Face>(face: One): One => {
    if (face.itemId !== itemId) return face
    const words = renewed.find(({ rung }) => rung === face.rung) ?? renewed[0]
    return { ...face, ...words, rung: face.rung }
  }
  const faces = Object.entries(card.faces).map(([rung, face]) => [rung, anew(face)])
  return { ...anew(card), faces: Object.fromEntries(faces) }
}
