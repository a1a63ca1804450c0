'use client'

import { clsx } from 'clsx'
import { FileText, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type RefObject, useEffect, useState } from 'react'
import { buttonClass } from '../ui/button'

type Props = { input: RefObject<HTMLInputElement | null>; formats: readonly string[]; onChange: () => void }

/** A native file field. With scripts it looks like a button, is also a drop zone, and the file can be removed. */
export function DocumentFileField({ input, formats, onChange }: Props) {
  const t = useTranslations('document')
  const [isReady, setReady] = useState(false)
  const [isOver, setOver] = useState(false)
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    setReady(true)
    setName(input.current?.files?.[0]?.name ?? null)
  }, [input])

  const onFileChange = () => {
    setName(input.current?.files?.[0]?.name ?? null)
    onChange()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!input.current || event.dataTransfer.files.length === 0) return
    input.current.files = event.dataTransfer.files
    onFileChange()
  }
  const remove = () => {
    if (!input.current) return
    input.current.value = ''
    onFileChange()
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
        '-m-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control p-2 transition-colors duration-150',
        isOver && 'bg-surface outline outline-dashed outline-ink',
      )}
    >
      <FileButton {...{ input, formats, isReady }} onChange={onFileChange} />
      <p id="document-formats" className={clsx('text-label text-ink-muted', name && 'sr-only')}>
        <span className={clsx('max-sm:hidden', !isReady && 'hidden')}>{t('new.drop')} </span>
        {t('new.formats', { formats: formats.join(', ') })}
      </p>
      {name ? <ChosenFile name={name} onRemove={remove} /> : null}
    </div>
  )
}

function ChosenFile({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations('document.new')
  return (
    <p className="flex min-w-0 items-center gap-1 text-label">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('removeFile', { name })}
        className="-my-2 grid size-11 flex-none place-items-center rounded-control text-ink-muted hover:bg-sunk hover:text-ink"
      >
        <X aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem]" />
      </button>
    </p>
  )
}

/** Before the scripts are there, a native file field. */
function FileButton({ input, formats, isReady, onChange }: Props & { isReady: boolean }) {
  const t = useTranslations('document')
  return (
    <label
      className={clsx(
        isReady && [
          buttonClass('secondary', 'slim'),
          'relative overflow-hidden has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus',
        ],
      )}
    >
      {isReady ? <FileText aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem] flex-none" /> : null}
      <span aria-hidden="true" className={isReady ? '' : 'sr-only'}>
        {t('new.chooseFile')}
      </span>
      <input
        ref={input}
        type="file"
        name="file"
        aria-label={t('new.file')}
        aria-describedby="document-formats"
        accept={formats.map((format) => `.${format}`).join(',')}
        onChange={onChange}
        className={
          isReady
            ? 'absolute inset-0 w-full cursor-pointer text-[0px] opacity-0'
            : 'min-h-11 max-w-full text-label file:me-4 file:min-h-11 file:rounded-control file:border file:border-solid file:border-edge file:bg-surface file:px-4 file:font-semibold'
        }
      />
    </label>
  )
}
