'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import { type ToastNews, takeToasts } from './toast-queue'

const SECONDS = 1000
const SHOWN_FOR = 8 * SECONDS

/** Ink ground, one sentence in the past tense, one way back; over the passive side of the screen. */
export function ToastHost({ news }: { news: readonly ToastNews[] }) {
  const t = useTranslations('common')
  // After sonner's own effect, so that it listens already.
  useEffect(() => {
    if (news.length === 0) return
    for (const one of takeToasts()) show(one)
  }, [news])
  return (
    <Sonner
      position="bottom-left"
      // One below the other: each holds a way back, and one that lies under another cannot be pressed.
      expand
      style={{ fontFamily: 'var(--font-app)' }}
      duration={SHOWN_FOR}
      containerAriaLabel={t('toaster.name')}
      offset="1.5rem"
      mobileOffset="1rem"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center justify-between gap-4 rounded-control bg-ink py-1 ps-4 pe-2 text-label leading-[1.4] text-paper shadow-float min-h-13',
          title: 'py-2 font-normal',
          actionButton: 'min-h-11 flex-none px-3 font-semibold underline underline-offset-[0.22em] text-paper',
        },
      }}
    />
  )
}

function show(news: ToastNews): void {
  if (news.kind === 'withdrawn') {
    toast.dismiss(news.id)
    return
  }
  const { id, sentence, back } = news
  toast(sentence, { id, ...(back ? { action: { label: back.label, onClick: back.run } } : {}) })
}
