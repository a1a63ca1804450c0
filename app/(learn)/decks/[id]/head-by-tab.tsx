'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'

/** The Items tab has a small head: its primary action is about the item in focus. */
export function HeadByTab({ onItems, elsewhere }: { onItems: ReactNode; elsewhere: ReactNode }) {
  return useSelectedLayoutSegment() === 'items' ? onItems : elsewhere
}
