import { useTranslations } from 'next-intl'
import { QrCode } from './qr-code'
import type { QrShape } from './qr-shape'

/** The four words of a return code and their QR code, to photograph or print. */
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
