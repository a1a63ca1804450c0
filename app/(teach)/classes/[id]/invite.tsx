import { getTranslations } from 'next-intl/server'
import { ClassCode } from '@/components/classroom/class-code'
import { QrCode } from '@/components/classroom/qr-code'
import { qrShape } from '@/components/classroom/qr-shape'
import { Disclosure } from '@/components/ui/disclosure'
import { sayClassCode } from '@/lib/core/people/access-codes'
import type { ClassView } from '@/lib/data/classes/classes'
import { readOriginForOthers } from '@/lib/request-origin'

/** The code, QR code and link with which learners join. */
export async function Invite({ found, open, isFirst = false }: { found: ClassView; open: boolean; isFirst?: boolean }) {
  const t = await getTranslations('class.invite')
  if (!found.code || found.endedAt) return null
  const address = `${await readOriginForOthers()}/join/${sayClassCode(found.code)}`
  return (
    <div className={isFirst ? 'py-4' : 'border-t py-4'}>
      <Disclosure summary={t('title')} open={open}>
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4 pt-2 pb-4">
          <QrCode shape={qrShape(address)} label={t('qr', { address })} />
          <dl className="grid content-start gap-4">
            <div>
              <dt className="text-label font-[500] text-ink-muted">{t('code')}</dt>
              <dd>
                <ClassCode code={found.code} large />
              </dd>
            </div>
            <div>
              <dt className="text-label font-[500] text-ink-muted">{t('address')}</dt>
              <dd className="wrap-anywhere">
                <a href={address} className="underline">
                  {address}
                </a>
              </dd>
            </div>
          </dl>
          <p className="max-w-[24rem] text-label text-ink-muted">{t('say')}</p>
        </div>
      </Disclosure>
    </div>
  )
}
