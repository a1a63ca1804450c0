'use client'

import { Toast } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

export type ToastAction = { readonly label: string; readonly run: () => void }
export type ToastRequest = {
  readonly id: string
  readonly sentence: string
  readonly action?: ToastAction | undefined
}
export type ToastSink = { readonly add: (request: ToastRequest) => void; readonly close: (id: string) => void }

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

/** Loaded by `toaster.tsx` with the first toast. F6 moves the focus to it; the pointer and the focus stop its timer. */
export function ToastHost({ onReady }: { onReady: (sink: ToastSink) => () => void }) {
  const t = useTranslations('common')
  // Runs after the provider's own effect, which subscribes to the manager.
  useEffect(() => onReady(sink), [onReady])
  return (
    <Toast.Provider toastManager={manager} timeout={SHOWN_FOR_MS} limit={1}>
      <Toast.Portal>
        {/* One at a time, so that they hide little of the text. Above the buttons at the foot of a phone, and at the top
            while a form is open in a column that takes the whole width. */}
        <Toast.Viewport
          aria-label={t('toaster.name')}
          // `notify` announces them.
          aria-live="off"
          className="fixed inset-x-4 bottom-4 z-50 max-sm:in-[:root:has([data-foot])]:bottom-20 max-wide:in-[:root:has([data-editor])]:top-4 max-wide:in-[:root:has([data-editor])]:bottom-auto! flex flex-col-reverse gap-3.5 sm:inset-x-auto sm:start-6 sm:bottom-6 sm:w-89"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

// As a dialog, a focused toast would turn the page's shortcuts off.
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
