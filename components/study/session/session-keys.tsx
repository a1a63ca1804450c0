'use client'

import { useTranslations } from 'next-intl'
import { KeysDialog } from '@/components/ui/keys-dialog'
import { useAnnounce } from '@/components/ui/live-region'
import { shortcutName, useShortcut } from '@/components/ui/use-shortcut'
import { RATINGS, type Rating } from '@/lib/core/memory/scheduling/memory'
import { type CardDeeds, DEED_KEYS, DEEDS, type DeedName } from '../card/card-actions'
import { FRONT_FORM } from '../card/card-front'
import { isWritten, type Session } from './session-reducer'
import { useAnswerLine } from './use-answer-line'

type Props = {
  session: Session
  rate: (rating: Rating) => void
  /** Null: there is nothing. */
  undo: (() => boolean) | null
  onNothingToUndo: () => void
  deeds: CardDeeds
  /** The card is being edited: keys are letters. */
  paused: boolean
}

/** A key held too long must not go on to the next card. */
const ONCE = { once: true }

/** The keys of Study, and what `?` says of them. */
export function StudyKeys({ session, rate, undo, onNothingToUndo, deeds, paused }: Props) {
  const t = useTranslations('study')
  const announce = useAnnounce()
  const { card } = session
  const isFront = card !== null && !session.shown && !paused
  const isWriting = isWritten(session) && !paused
  const takeBack = () => {
    if (undo) return undo() || press('form[data-undo]')
    announce(t('nothingToUndo'))
    onNothingToUndo()
  }
  useAnswerLine(isWriting, session.turn, takeBack)
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
  useShortcut('u mod+z', takeBack, !paused && !isWriting, ONCE)
  useShortcut(
    DEEDS.map((deed) => DEED_KEYS[deed]),
    (event) => {
      const deed = DEEDS.find((one) => DEED_KEYS[one] === shortcutName(event))
      if (deed && deeds[deed].enabled) deeds[deed].run()
    },
    card !== null && !paused && !isWriting,
    ONCE,
  )
  const keys = [
    { keys: ['Space', 'Enter'], does: t('keys.show') },
    { keys: ['1–9'], does: t('keys.choose') },
    ...RATINGS.map((rating, index) => ({ keys: [String(index + 1)], does: t(`rating.${rating}`) })),
    { keys: ['u', 'Ctrl+Z'], does: t('keys.undo') },
    ...DEEDS.map((deed: DeedName) => ({ keys: [DEED_KEYS[deed]], does: t(`more.${deed}`) })),
  ]
  return <KeysDialog groups={[{ title: t('keys.title'), note: t('keys.note'), keys }]} />
}

/** What a page before this one did is taken back by the server. */
function press(form: string): void {
  document.querySelector<HTMLFormElement>(form)?.requestSubmit()
}
