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
  move: (by: number) => void
  select: (id: string) => void
  /** Clears the selection. */
  clear: () => void
  mayAnnotate: boolean
}

// Holding a key down must not accept one item after another.
const ONCE = { once: true }

/** The keys of the items page. */
export function useItemsShortcuts({
  mayEdit,
  mayAnnotate,
  currentItem,
  decide,
  undo,
  edit,
  move,
  select,
  clear,
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
  useShortcut(
    's',
    withItem(({ id }) => select(id)),
    mayAnnotate,
  )
  useShortcut('escape', clear, mayAnnotate)
  useShortcut('u', undo, mayAnnotate, ONCE)
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
}

export function ItemsShortcutsDialog({ mayEdit, mayAnnotate }: { mayEdit: boolean; mayAnnotate: boolean }) {
  const t = useTranslations('items')
  const author = [
    { keys: ['a'], does: t('keys.accept') },
    { keys: ['x'], does: t('keys.reject') },
    { keys: ['e'], does: t('keys.edit') },
    { keys: ['Ctrl+Enter'], does: t('keys.save') },
    { keys: ['a', 'x'], does: t('keys.selected') },
  ]
  const many = [
    { keys: ['s'], does: t('keys.select') },
    { keys: ['Esc'], does: t('keys.clear') },
    { keys: ['u'], does: t('keys.undo') },
  ]
  const moves = [
    { keys: ['j'], does: t('keys.next') },
    { keys: ['k'], does: t('keys.previous') },
  ]
  const keys = [...(mayEdit ? author : []), ...(mayAnnotate ? many : []), ...moves]
  return <ShortcutsDialog groups={[{ title: t('keys.title'), keys }]} />
}
