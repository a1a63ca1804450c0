'use client'

import { Dialog } from '@base-ui/react/dialog'
import { clsx } from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'

type ModalDialogProps = {
  open: boolean
  setOpen: (open: boolean) => void
  title: string
  closeLabel: string
  /** For the maximum width and height. */
  className: string
  /** Absent: what can be focused first. */
  initialFocus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A modal dialog with a title and a close button. */
export function ModalDialog({ open, setOpen, title, closeLabel, className, children, ...focus }: ModalDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[color-mix(in_oklab,var(--sunk),black_45%)]/60" />
        <Dialog.Popup
          {...focus}
          className={clsx(
            'fixed inset-x-4 top-1/2 z-30 mx-auto -translate-y-1/2 overflow-y-auto rounded-card bg-surface p-6 shadow-float',
            className,
          )}
        >
          <div className="flex items-center justify-between gap-4">
            <Dialog.Title className="text-title">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={closeLabel}
              className="-me-2 grid size-11 place-items-center rounded-control hover:bg-sunk"
            >
              <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
