'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { openKeys, ShortcutsDialog } from '@/components/ui/shortcuts-dialog'
import { isTakenByPage, shortcutName, singleKeysAreOff, useShortcut } from '@/components/ui/use-shortcut'
import { RATINGS, type Rating } from '@/lib/core/memory/scheduling/memory'
import { useLatest } from '../../ui/use-latest'
import { CARD_ACTION_KEYS, CARD_ACTIONS, type CardActionName, type CardActions } from '../card/card-actions'
import { FRONT_FORM } from '../card/card-front'
import { answerInput } from './answer-input'
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
  return <ShortcutsDialog groups={[{ title: t('keys.title'), note: t('keys.note'), keys }]} />
}

/** The server undoes what an earlier page did. */
function press(form: string): void {
  document.querySelector<HTMLFormElement>(form)?.requestSubmit()
}

export type Focus = {
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly line: RefObject<HTMLInputElement | null>
  readonly answer: RefObject<HTMLDivElement | null>
}

/**
 * Moves the focus with the task: to the answer input, or to the question if there is none; then to the answer; at the end
 * to the heading. On arrival only the input is focused, unless these cards replaced others.
 */
export function useSessionFocus({ turn, shown, leech }: Session, isEditing: boolean, tookOver = false): Focus {
  const heading = useRef<HTMLHeadingElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  // Closing Info returns the focus by itself; closing the editor does not.
  const task = `${turn} ${shown} ${isEditing} ${leech?.factId}`
  const before = useRef(tookOver ? null : task)
  // Once, and not if the learner has focused something before the script ran.
  useEffect(() => {
    if (document.activeElement === document.body && mayFocusInput()) line.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (before.current === task) return
    before.current = task
    const front = (mayFocusInput() ? line.current : null) ?? heading.current
    const target = shown ? answer.current : front
    target?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [task, shown])
  return { heading, line, answer }
}

/**
 * On a touch screen focusing the input would open the on-screen keyboard, which covers the card. Keys of a real keyboard go
 * into the input all the same.
 */
export function mayFocusInput(): boolean {
  return window.matchMedia('(pointer: fine)').matches
}

/**
 * While an answer can be typed, printable keys pressed anywhere on the page go into its input, so no letter of an answer
 * is a command. In an empty input Space shows the answer and `?` opens Keys. Ctrl+Z undoes the last step as long as nothing
 * was typed, and afterwards the typing, as in any text field.
 */
function useAnswerInput(isOpen: boolean, turn: number, undo: () => void): void {
  const latest = useLatest(undo)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each card comes with a line in which nothing was written.
  useEffect(() => {
    if (!isOpen) return
    let wasWritten = false
    const onInput = ({ target }: Event) => {
      wasWritten ||= target === answerInput()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const line = answerInput()
      if (line) actOn(event, line, wasWritten ? null : latest.current)
    }
    document.addEventListener('input', onInput)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('input', onInput)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [isOpen, turn])
}

function actOn(event: KeyboardEvent, line: HTMLInputElement, undo: (() => void) | null): void {
  const name = shortcutName(event)
  const isElsewhere = event.target !== line && isTakenByPage(event, name)
  if (event.isComposing || event.defaultPrevented || isElsewhere) return
  const run = commandOf(event, name, line, undo)
  if (run) {
    event.preventDefault()
    if (!event.repeat) run()
  }
  // The browser writes the character where the focus is after this handler.
  else if (isPrintable(event)) line.focus()
}

/** What a key does instead of typing a character. Null: nothing. */
function commandOf(event: KeyboardEvent, name: string, line: HTMLInputElement, undo: (() => void) | null) {
  if (name === 'mod+z') return undo
  if (line.value !== '' || !isPrintable(event)) return null
  if (name === 'space') return () => line.form?.requestSubmit()
  return name === '?' && !singleKeysAreOff() ? openKeys : null
}

function isPrintable({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey
}
