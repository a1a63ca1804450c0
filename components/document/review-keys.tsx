'use client'

import { useTranslations } from 'next-intl'
import { KeysDialog } from '../ui/keys-dialog'
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

/** The review of items by keys alone. */
export function useReviewKeys({ mayEdit, mayLay, atHand, decide, undo, edit, move, select, clear }: ReviewKeys) {
  const withItem = (does: (item: ReviewItem) => void) => () => {
    const item = atHand()
    if (item) does(item)
  }
  useShortcut(
    'a',
    withItem((item) => decide(item, 'accepted')),
    mayEdit,
  )
  useShortcut(
    'x',
    withItem((item) => decide(item, 'rejected')),
    mayEdit,
  )
  useShortcut(
    'e',
    withItem((item) => edit(item.id)),
    mayEdit,
  )
  useShortcut(
    's',
    withItem(({ id }) => select(id)),
    mayLay,
  )
  useShortcut('escape', clear, mayLay)
  useShortcut('u', undo, mayLay)
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
