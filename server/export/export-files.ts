import type { SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import { interchangeFromRecord } from '../../shared/interchange/interchange.ts'
import type { InterchangeJson } from '../../shared/interchange/interchange-json.ts'
import type { ChildRecord } from '../../shared/record/child-record.ts'
import type { ZipFile } from '../platform/zip.ts'

/** Everything of a family at one moment. */
export interface FamilyExport {
  readonly exportedAt: string
  readonly records: readonly SyncRecord[]
  readonly children: readonly ChildRecord[]
  readonly history: object
  /** null: it is the owner's alone. */
  readonly accessLog: readonly object[] | null
}

/** The files of an export: what other programs read, and beside it whatever else the server has. */
export function exportFiles({ exportedAt, records, children, history, accessLog }: FamilyExport): ZipFile[] {
  const authors = authorsOf(records)
  const ofType = (...types: readonly SyncRecord['type'][]) => records.filter(({ type }) => types.includes(type))
  return [
    { name: 'README.txt', text: README },
    json('family.json', {
      format: 'shouwen-family/1',
      exportedAt,
      family: ofType('family'),
      members: ofType('member'),
      consents: ofType('consent'),
      erasures: ofType('erasure', 'tombstone'),
    }),
    ...children.map((child, index) => json(`child-${index + 1}.shouwen.json`, interchange(child, authors))),
    json('records.json', records),
    json('history.json', history),
    ...(accessLog === null ? [] : [json('access-log.json', accessLog)]),
  ]
}

const json = (name: string, value: unknown): ZipFile => ({ name, text: `${JSON.stringify(value, null, 1)}\n` })

/** The child's record with everybody under the name the family calls them by. */
function interchange(child: ChildRecord, authors: ReadonlyMap<string, string>): InterchangeJson {
  const file = interchangeFromRecord(child)
  return {
    ...file,
    entries: (file.entries ?? []).map((entry) => {
      const by = authors.get(entry.id)
      return by === undefined ? entry : { ...entry, by }
    }),
  }
}

/** Who wrote each entry, by its id. */
function authorsOf(records: readonly SyncRecord[]): ReadonlyMap<string, string> {
  const names = new Map(records.flatMap((one) => (one.type === 'member' ? [[one.id, one.name] as const] : [])))
  return new Map(
    records.flatMap((one) => {
      if (one.type !== 'entry') return []
      const by = one.author ?? (one.loggedBy === null ? undefined : names.get(one.loggedBy))
      return by === undefined ? [] : [[one.id, by] as const]
    }),
  )
}

const README = `守温 Shouwen：您家的全部记录
========================

child-1.shouwen.json …  每个孩子一份：档案、体重、过敏和病史、药箱、现在有效的每一条记录。可以再导入守温。
family.json             家里有谁、各自是什么权限，同意过什么，彻底删除过什么（只有编号，没有内容）。
records.json            和手机上收到的一模一样的全部记录，删除的也在；还有谁说过“我要喂”、谁在值班。
history.json            每一次修改前后的样子。
access-log.json         谁进来过、做过什么大事。只有管理人导出的才有。

体温是摄氏度，药量看名字里的单位（ml 毫升、mg 毫克、count 片或包），时间都带时区。
这些是孩子的健康信息，请放好，别发到群里。家长记录，非诊断。


Shouwen: the whole record of your family
========================================

child-1.shouwen.json …  One for each child: who it is, weights, allergies and conditions, the medicine cabinet, and every
                        entry as it stands now. Can be imported into Shouwen again.
family.json             Who belongs to the family and as what, what was agreed to, what was erased (ids, no content).
records.json            Every record exactly as phones receive it, deleted ones too; who said "I am giving it", who is on duty.
history.json            What everything was before and after each change.
access-log.json         Who came in, and what was done. In the owner's export only.

Temperatures are in degrees Celsius, amounts in the unit their name says, and every time has its offset.
This is a child's health record: keep it safe. Written down by parents, not a diagnosis.
`
