'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { openKeys } from '@/components/ui/keys-dialog'
import { isTakenByPage, shortcutName, singleKeysAreOff } from '@/components/ui/use-shortcut'
import { FRONT_FORM } from '../card/card-front'
import type { Session } from './session-reducer'

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

/** The answer input. Null if the card has options, shows its answer, or is being edited. */
export function answerInput(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#${FRONT_FORM} input#typed`)
}

/**
 * While an answer can be typed, printable keys pressed anywhere on the page go into its input, so no letter of an answer
 * is a command. In an empty input Space shows the answer and `?` opens Keys. Ctrl+Z undoes the last step as long as nothing
 * was typed, and afterwards the typing, as in any text field.
 */
export function useAnswerInput(isOpen: boolean, turn: number, undo: () => void): void {
  const latest = useRef(undo)
  useEffect(() => {
    latest.current = undo
  })
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
