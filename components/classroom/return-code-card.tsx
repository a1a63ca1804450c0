import { useTranslations } from 'next-intl'
import { QrCode } from './qr-code'
import type { QrShape } from './qr-shape'

/** Four words and their picture, to be photographed or printed. */
export function ReturnCodeCard({ code, qr }: { code: string; qr: QrShape }) {
  const t = useTranslations('class.welcome')
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <QrCode shape={qr} label={t('qr')} />
      <p className="grid text-title leading-snug font-semibold tracking-[0.04em]">
        {code.split(' ').map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; the order never changes.
          <span key={index}>{word} </span>
        ))}
      </p>
    </div>
  )
}
