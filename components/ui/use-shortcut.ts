'use client'

import { useEffect } from 'react'
import { useLatest } from './use-latest'

/** Keys by what they print ("a", "?", "1") or by name: space, enter, escape, arrowleft …; mod+z is Ctrl+Z or Cmd+Z. */
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
  const latest = useLatest(handler)
  const wanted = typeof keys === 'string' ? keys : keys.join(' ')
  useEffect(() => {
    if (!enabled) return
    const names = new Set(wanted.toLowerCase().split(/[\s,]+/))
    const onKeyDown = (event: KeyboardEvent) => {
      const name = shortcutName(event)
      if (!names.has(name) || event.defaultPrevented || isOff(name) || isTakenByPage(event, name)) return
      event.preventDefault()
      if (once && event.repeat) return
      latest.current(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [wanted, enabled, once])
}

/** The pressed key in the notation of `useShortcut`. On other than Latin layouts its position counts: u is also г. */
export function shortcutName(event: Pick<KeyboardEvent, 'key' | 'code'> & Partial<Modifiers>): string {
  if (event.key === ' ') return 'space'
  const key = event.key.toLowerCase()
  const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/.test(key)
  const place = /^Key([A-Z])$/.exec(event.code)?.[1]
  const name = isForeignLetter && place ? place.toLowerCase() : key
  return name === 'z' && isModified(event) ? 'mod+z' : name
}

type Modifiers = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

function isModified({ ctrlKey, metaKey, altKey, shiftKey }: Partial<Modifiers>): boolean {
  return Boolean((ctrlKey || metaKey) && !altKey && !shiftKey)
}

/** Shortcuts of one character can be turned off on the account page (WCAG 2.1.4); the layout writes that into <html>. For a stranger they are on. */
export function singleKeys(): 'on' | 'off' | 'stranger' {
  const setting = document.documentElement.dataset.singleKeys
  return setting === 'on' || setting === 'off' ? setting : 'stranger'
}

export const singleKeysAreOff = (): boolean => singleKeys() === 'off'

const isOff = (name: string) => name.length === 1 && singleKeysAreOff()

/** The key means something where it was pressed: in text, on a button, in a dialog, or to the browser. */
export function isTakenByPage(event: KeyboardEvent, name: string): boolean {
  const isBrowsers = event.ctrlKey || event.metaKey || event.altKey
  if (isBrowsers && name !== 'mod+z') return true
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) || target.closest(OVERLAY)) return true
  if (name === 'enter') return target.closest(PRESSABLE) !== null
  if (name === 'space') return target.closest(PRESSABLE) !== null || target.matches(TICKABLE)
  return name.startsWith('arrow') && target.matches(TICKABLE)
}
