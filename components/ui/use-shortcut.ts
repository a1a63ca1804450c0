'use client'

import { useEffect, useRef } from 'react'

/** Keys by what they print ("a", "?", "1") or by name: space, enter, escape, arrowleft … */
export type ShortcutKeys = string | readonly string[]

const TYPING =
  'input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable=true]'
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu]'
const PRESSABLE = 'a[href], button, summary, label'
const TICKABLE = 'input[type=radio], input[type=checkbox]'

/** Runs the handler on a key pressed anywhere but where it means something else: in text, on a button, in a dialog. `once`: not again while it is held down. */
export function useShortcut(
  keys: ShortcutKeys,
  handler: (event: KeyboardEvent) => void,
  enabled = true,
  { once = false } = {},
): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  const wanted = typeof keys === 'string' ? keys : keys.join(' ')
  useEffect(() => {
    if (!enabled) return
    const names = new Set(wanted.toLowerCase().split(/[\s,]+/))
    const onKeyDown = (event: KeyboardEvent) => {
      const name = shortcutName(event)
      if (!names.has(name) || isTaken(event, name)) return
      event.preventDefault()
      if (once && event.repeat) return
      latest.current(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [wanted, enabled, once])
}

/** What was pressed, as the handler's author writes it. A key that prints no Latin letter counts by its place: u is also г. */
export function shortcutName(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (event.key === ' ') return 'space'
  const key = event.key.toLowerCase()
  const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/.test(key)
  const place = /^Key([A-Z])$/.exec(event.code)?.[1]
  return isForeignLetter && place ? place.toLowerCase() : key
}

function isTaken(event: KeyboardEvent, name: string): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) || target.closest(OVERLAY)) return true
  if (name === 'enter') return target.closest(PRESSABLE) !== null
  if (name === 'space') return target.closest(PRESSABLE) !== null || target.matches(TICKABLE)
  return name.startsWith('arrow') && target.matches(TICKABLE)
}
