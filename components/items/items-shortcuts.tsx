'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ShortcutsDialog } from '../ui/shortcuts-dialog'
import { useDoublePressGuard } from '../ui/use-double-press-guard'
import { useShortcut } from '../ui/use-shortcut'
import type { ListedItem } from './items-types'

type ItemsShortcutsOptions = {
  mayEdit: boolean
  /** The item that the last key moved to. */
  currentItem: () => ListedItem | undefined
  decide: (item: ListedItem, kind: 'accepted' | 'rejected') => void
  undo: () => void
  edit: (id: string) => void
  /** Writes an item on the selected sentence. */
  write: () => void
  move: (by: number) => void
  moveSentence: (by: number) => void
  mayUndo: boolean
}

// Holding a key down must not accept one item after another.
const ONCE = { once: true }

/** The keys of the items page. */
export function useItemsShortcuts({
  mayEdit,
  mayUndo,
  currentItem,
  decide,
  undo,
  edit,
  write,
  move,
  moveSentence,
}: ItemsShortcutsOptions) {
  // A decision moves to the next item and `e` opens a field: the second half of a double press must affect neither.
  const [step, setStep] = useState(0)
  useDoublePressGuard(step)
  const withItem = (act: (item: ListedItem) => void) => () => {
    const item = currentItem()
    if (item) act(item)
  }
  const advanceWith = (act: (item: ListedItem) => void) =>
    withItem((item) => {
      setStep((before) => before + 1)
      act(item)
    })
  const accept = advanceWith((item) => decide(item, 'accepted'))
  const reject = advanceWith((item) => decide(item, 'rejected'))
  const openEditor = advanceWith(({ id }) => edit(id))
  useShortcut('a', accept, mayEdit, ONCE)
  useShortcut('x', reject, mayEdit, ONCE)
  useShortcut('e', openEditor, mayEdit, ONCE)
  useShortcut('n', write, mayEdit, ONCE)
  useShortcut('[', () => moveSentence(-1), mayEdit)
  useShortcut(']', () => moveSentence(1), mayEdit)
  useShortcut('u', undo, mayUndo, ONCE)
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
}

export function ItemsShortcutsDialog({ mayEdit, mayUndo }: { mayEdit: boolean; mayUndo: boolean }) {
  const t = useTranslations('items')
  const author = [
    { keys: ['a'], does: t('keys.accept') },
    { keys: ['x'], does: t('keys.reject') },
    { keys: ['e'], does: t('keys.edit') },
    { keys: ['n'], does: t('keys.write') },
    { keys: ['[', ']'], does: t('keys.sentence') },
    { keys: ['Ctrl+Enter'], does: t('keys.save') },
    { keys: ['Esc'], does: t('keys.leave') },
  ]
  const moves = [
    { keys: ['j'], does: t('keys.next') },
    { keys: ['k'], does: t('keys.previous') },
  ]
  const undo = mayUndo ? [{ keys: ['u'], does: t('keys.undo') }] : []
  const keys = [...(mayEdit ? author : []), ...moves, ...undo]
  return <ShortcutsDialog groups={[{ title: t('keys.title'), keys }]} />
}
