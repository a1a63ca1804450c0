'use client'

import { clsx } from 'clsx'
import { FileText, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type RefObject, useEffect, useState } from 'react'
import { Field } from '../ui/field'

type FileDropProps = { input: RefObject<HTMLInputElement | null>; onChange: () => void }

/** A native file field; where scripts run, a place to drop a file on and a way to take it back. */
export function FileDrop({ input, onChange }: FileDropProps) {
  const t = useTranslations('document')
  const [ready, setReady] = useState(false)
  const [over, setOver] = useState(false)
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    setReady(true)
    setName(input.current?.files?.[0]?.name ?? null)
  }, [input])

  const changed = () => {
    setName(input.current?.files?.[0]?.name ?? null)
    onChange()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!input.current || event.dataTransfer.files.length === 0) return
    input.current.files = event.dataTransfer.files
    changed()
  }
  const remove = () => {
    if (!input.current) return
    input.current.value = ''
    changed()
    input.current.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the field inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'rounded-control border border-dashed p-4 transition-colors duration-150',
        over ? 'border-ink bg-surface' : 'border-edge',
      )}
    >
      <Field id="document-file" label={t('new.file')} name="file" hint={t(ready ? 'new.dropHint' : 'new.fileHint')}>
        <input
          id="document-file"
          ref={input}
          type="file"
          name="file"
          accept=".txt,.md,.markdown,text/plain,text/markdown"
          aria-describedby="document-file-hint"
          onChange={changed}
          className="min-h-11 w-full min-w-0 cursor-pointer text-label file:me-4 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-edge file:bg-surface file:px-4 file:font-semibold file:text-ink"
        />
      </Field>
      {name ? (
        <p className="mt-2 flex items-center gap-2 text-label">
          <FileText aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem] flex-none text-ink-muted" />
          <span className="min-w-0 wrap-anywhere">{name}</span>
          <button
            type="button"
            onClick={remove}
            aria-label={t('new.removeFile', { name })}
            className="-my-2 grid size-11 flex-none place-items-center rounded-control text-ink-muted hover:bg-sunk hover:text-ink"
          >
            <X aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem]" />
          </button>
        </p>
      ) : null}
    </div>
  )
}
