'use client'

import { useTranslations } from 'next-intl'
import { KeysDialog } from '@/components/ui/keys-dialog'
import { useAnnounce } from '@/components/ui/live-region'
import { shortcutName, useShortcut } from '@/components/ui/use-shortcut'
import { RATINGS, type Rating } from '@/lib/core/memory/scheduling/memory'
import { CARD_ACTION_KEYS, CARD_ACTIONS, type CardActionName, type CardActions } from '../card/card-actions'
import { FRONT_FORM } from '../card/card-front'
import { useAnswerInput } from './session-focus'
import { type Session, takesTypedAnswer } from './session-reducer'

type Props = {
  session: Session
  rate: (rating: Rating) => void
  /** Null: there is nothing. */
  undo: (() => boolean) | null
  onNothingToUndo: () => void
  actions: CardActions
  /** The card is being edited: keys are letters. */
  paused: boolean
}

/** A key held too long must not go on to the next card. */
const ONCE = { once: true }

/** The keys of Study, and what `?` says of them. */
export function SessionKeys({ session, rate, undo, onNothingToUndo, actions, paused }: Props) {
  const t = useTranslations('study')
  const announce = useAnnounce()
  const { card } = session
  const isFront = card !== null && !session.shown && !paused
  const isWriting = takesTypedAnswer(session) && !paused
  const undoLast = () => {
    if (undo) return undo() || press('form[data-undo]')
    announce(t('nothingToUndo'))
    onNothingToUndo()
  }
  useAnswerInput(isWriting, session.turn, undoLast)
  const form = () => document.querySelector<HTMLFormElement>(`#${FRONT_FORM}`)
  useShortcut(isWriting ? 'enter' : 'space enter', () => form()?.requestSubmit(), isFront, ONCE)
  useShortcut(
    '1 2 3 4 5 6 7 8 9',
    ({ key }) => form()?.querySelectorAll<HTMLElement>('[data-option]')[Number(key) - 1]?.click(),
    isFront && card.options !== null,
    ONCE,
  )
  useShortcut(
    '1 2 3 4',
    ({ key }) => {
      const rating = RATINGS[Number(key) - 1]
      if (rating) rate(rating)
    },
    session.shown && !paused,
    ONCE,
  )
  useShortcut('u mod+z', undoLast, !paused && !isWriting, ONCE)
  useShortcut(
    CARD_ACTIONS.map((action) => CARD_ACTION_KEYS[action]),
    (event) => {
      const action = CARD_ACTIONS.find((name) => CARD_ACTION_KEYS[name] === shortcutName(event))
      if (action && actions[action].enabled) actions[action].run()
    },
    card !== null && !paused && !isWriting,
    ONCE,
  )
  const keys = [
    { keys: ['Space', 'Enter'], does: t('keys.show') },
    { keys: ['1–9'], does: t('keys.choose') },
    ...RATINGS.map((rating, index) => ({ keys: [String(index + 1)], does: t(`rating.${rating}`) })),
    { keys: ['u', 'Ctrl+Z'], does: t('keys.undo') },
    ...CARD_ACTIONS.map((action: CardActionName) => ({ keys: [CARD_ACTION_KEYS[action]], does: t(`more.${action}`) })),
  ]
  return <KeysDialog groups={[{ title: t('keys.title'), note: t('keys.note'), keys }]} />
}

/** The server undoes what an earlier page did. */
function press(form: string): void {
  document.querySelector<HTMLFormElement>(form)?.requestSubmit()
}
