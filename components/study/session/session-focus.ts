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
 * Focus moves with the task: to the line that the answer is written on, to the question where there is none, to its answer,
 * to what was done. On arrival reading starts at the top, unless there is a line; but cards that took the place of others
 * take the focus over.
 */
export function useSessionFocus({ turn, shown, leech }: Session, isEditing: boolean, tookOver = false): Focus {
  const heading = useRef<HTMLHeadingElement>(null)
  const line = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  // Info gives the focus back by itself; the editor is gone with it.
  const task = `${turn} ${shown} ${isEditing} ${leech?.factId}`
  const before = useRef(tookOver ? null : task)
  // Once, and not where somebody has been quicker than the script.
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
 * A finger has no keys until the keyboard on the screen comes up, and it would cover the card unasked. Keys of a keyboard
 * beside it go into the line all the same.
 */
export function mayFocusInput(): boolean {
  return window.matchMedia('(pointer: fine)').matches
}

/** The line that an answer can be written on; null where the card has options, is turned, or is being edited. */
export function answerInput(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#${FRONT_FORM} input#typed`)
}

/**
 * While an answer can be written, printable keys pressed anywhere on the page go into its line, so no letter of an answer
 * is a command. In an empty line Space shows the answer and `?` opens Keys; Ctrl+Z undoes the last step as long as nothing
 * was written, and afterwards what was written, as in any text field.
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
  // The character lands where the focus is once the key has been heard.
  else if (isPrintable(event)) line.focus()
}

/** What a key does instead of writing; null: nothing else. */
function commandOf(event: KeyboardEvent, name: string, line: HTMLInputElement, undo: (() => void) | null) {
  if (name === 'mod+z') return undo
  if (line.value !== '' || !isPrintable(event)) return null
  if (name === 'space') return () => line.form?.requestSubmit()
  return name === '?' && !singleKeysAreOff() ? openKeys : null
}

function isPrintable({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey
}
