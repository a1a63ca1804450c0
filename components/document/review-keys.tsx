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
}

/** The review of items by keys alone. */
export function useReviewKeys({ mayEdit, atHand, decide, undo, edit, move }: ReviewKeys) {
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
  useShortcut('u', undo, mayEdit)
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
}

export function ReviewKeysDialog({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('items')
  const author = [
    { keys: ['a'], does: t('keys.accept') },
    { keys: ['x'], does: t('keys.reject') },
    { keys: ['e'], does: t('keys.edit') },
    { keys: ['u'], does: t('keys.undo') },
  ]
  const moves = [
    { keys: ['j'], does: t('keys.next') },
    { keys: ['k'], does: t('keys.previous') },
  ]
  return <KeysDialog groups={[{ title: t('keys.title'), keys: mayEdit ? [...author, ...moves] : moves }]} />
}
