'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { KeysDialog } from '../ui/keys-dialog'
import { useDoublePressGuard } from '../ui/use-double-press-guard'
import { useShortcut } from '../ui/use-shortcut'
import type { ReviewItem } from './review-types'

type ReviewKeys = {
  mayEdit: boolean
  /** The item that the last key went to. */
  atHand: () => ReviewItem | undefined
  decide: (item: ReviewItem, kind: 'accepted' | 'rejected') => void
  undo: () => void
  edit: (id: string) => void
  move: (by: number) => void
  select: (id: string) => void
  /** Lets go of all that is selected. */
  clear: () => void
  mayLay: boolean
}

// A key that is held down must not accept one item after another.
const ONCE = { once: true }

/** The review of items by keys alone. */
export function useReviewKeys({ mayEdit, mayLay, atHand, decide, undo, edit, move, select, clear }: ReviewKeys) {
  // A decision brings up the next item and `e` a field: the second half of a double press must leave both alone.
  const [step, setStep] = useState(0)
  useDoublePressGuard(step)
  const withItem = (act: (item: ReviewItem) => void) => () => {
    const item = atHand()
    if (item) act(item)
  }
  const goOnWith = (act: (item: ReviewItem) => void) =>
    withItem((item) => {
      setStep((before) => before + 1)
      act(item)
    })
  const accept = goOnWith((item) => decide(item, 'accepted'))
  const reject = goOnWith((item) => decide(item, 'rejected'))
  const openEditor = goOnWith(({ id }) => edit(id))
  useShortcut('a', accept, mayEdit, ONCE)
  useShortcut('x', reject, mayEdit, ONCE)
  useShortcut('e', openEditor, mayEdit, ONCE)
  useShortcut(
    's',
    withItem(({ id }) => select(id)),
    mayLay,
  )
  useShortcut('escape', clear, mayLay)
  useShortcut('u', undo, mayLay, ONCE)
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
}

export function ReviewKeysDialog({ mayEdit, mayLay }: { mayEdit: boolean; mayLay: boolean }) {
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
  const keys = [...(mayEdit ? author : []), ...(mayLay ? many : []), ...moves]
  return <KeysDialog groups={[{ title: t('keys.title'), keys }]} />
}
