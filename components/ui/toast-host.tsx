'use client'

import { Toast } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ToastSink } from './toaster'

const SHOWN_FOR_MS = 8_000

const manager = Toast.createToastManager()

const sink: ToastSink = {
  add({ id, sentence, action }) {
    if (!action) return void manager.add({ id, title: sentence })
    const run = () => {
      manager.close(id)
      action.run()
    }
    manager.add({ id, title: sentence, actionProps: { children: action.label, onClick: run } })
  },
  close: (id) => manager.close(id),
}

/** In the corner over the less used side of the page. F6 leads to it by keyboard; pointer and focus stop the clock. */
export function ToastHost({ onReady }: { onReady: (sink: ToastSink) => () => void }) {
  const t = useTranslations('common')
  // Runs after the provider's own effect, which subscribes to the manager.
  useEffect(() => onReady(sink), [onReady])
  return (
    <Toast.Provider toastManager={manager} timeout={SHOWN_FOR_MS}>
      <Toast.Portal>
        {/* One above the other: every toast may hold an Undo button, which must not be covered. */}
        <Toast.Viewport
          aria-label={t('toaster.name')}
          className="fixed inset-x-4 bottom-4 z-50 flex flex-col-reverse gap-3.5 sm:inset-x-auto sm:start-6 sm:bottom-6 sm:w-89"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

// The page's shortcuts go on working while a toast has the focus.
const NOT_A_DIALOG = { role: 'group', 'aria-modal': undefined }

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      {...NOT_A_DIALOG}
      swipeDirection={['left', 'down']}
      className="flex min-h-13 w-full translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) items-center justify-between gap-4 rounded-control bg-ink py-1 ps-4 pe-2 text-label leading-[1.4] text-paper shadow-float transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-3 data-starting-style:opacity-0"
    >
      <Toast.Title className="py-2 font-normal" render={<p />} />
      <Toast.Action className="min-h-11 flex-none px-3 font-semibold text-paper underline underline-offset-[0.22em]" />
    </Toast.Root>
  ))
}
