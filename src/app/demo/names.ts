/** Names as they occur in a south-western county: frequent surnames, generations of given names, some rare and some minority ones. */
import type { Chance } from './random.ts'

const surnames: readonly (readonly [string, number])[] = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岑班',
).map((surname, rank) => [surname, 100 / (rank + 8)] as const)
const doubleSurnames = ['欧阳', '司马', '上官', '令狐']

const givenFor: Record<string, [first: string, second: string]> = {
  男old: ['国建德明正光文志永兴世忠天朝大', '华明荣军贵富才林清平生福祥云海发'],
  女old: ['秀桂玉淑凤金春素兰美翠荣正国', '英珍兰芬芳珍梅香莲花琴凤仙云菊'],
  男mid: ['建志国文永小海晓光家明俊世伟', '军伟强勇波平辉刚杰斌超华林峰飞'],
  女mid: ['丽小晓红燕春海玉美秀雪艳文金', '丽霞娟红燕敏玲芳梅萍静琴英艳群'],
  男new: ['子浩宇俊梓家文博明志雨嘉天思', '轩涵杰豪宇洋阳航宸睿鑫辰涛鹏凯'],
  女new: ['子欣雨梓思佳诗语可嘉文雅馨艺', '涵怡萱琪妍彤婷蕊瑶雯悦颖欣月琳'],
}
const singles = ['伟', '芳', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '超', '霞', '平', '刚', '桂', '英']
/** Characters that fonts, keyboards and code pages often lack. */
const rareCharacters = ['䶮', '㛃', '𬱖', '旻', '𣲗', '堃', '犇', '祎', '翀', '彧', '昇', '峯', '喆']
const dottedGivens = ['阿依', '木呷', '尔古', '拉则', '尼玛', '买买提', '古丽', '扎西', '曲比', '阿卜杜']
const dottedClans = ['吉克', '阿侯', '热合曼', '次仁', '沙马', '玉素甫', '尔布', '艾山']

export interface Family {
  surname: string
  isDotted: boolean
}

export const familyName = (chance: Chance): Family => {
  if (chance.hit(0.012)) return { surname: chance.pick(dottedClans), isDotted: true }
  if (chance.hit(0.003)) return { surname: chance.pick(doubleSurnames), isDotted: false }
  return { surname: chance.weighted(surnames), isDotted: false }
}

const letter = (chance: Chance, pool: string): string => pool[Math.floor(chance.next() ** 1.4 * pool.length)] as string

/** A given name of the generation; the first characters of each pool are the frequent ones, so that namesakes occur. */
export const personName = (chance: Chance, family: Family, sex: '男' | '女', bornOn: string): string => {
  if (family.isDotted) return `${chance.pick(dottedGivens)}·${family.surname}`
  const generation = bornOn < '1968' ? 'old' : bornOn < '1998' ? 'mid' : 'new'
  if (chance.hit(0.004)) return family.surname + chance.pick(rareCharacters)
  if (chance.hit(0.14)) return family.surname + chance.pick(singles)
  const [first, second] = givenFor[`${sex}${generation}`] as [string, string]
  return family.surname + letter(chance, first) + letter(chance, second)
}

/** Pairs that sound alike without tones; each is written both ways by tired clerks. */
const sameSound: readonly string[] = [
  '丽莉',
  '伟卫',
  '军君',
  '明鸣',
  '华花',
  '芳方',
  '英瑛',
  '国帼',
  '建健',
  '志智',
  '红洪',
  '玉钰',
  '燕艳',
  '平萍',
  '文雯',
  '涛滔',
  '杰洁',
  '敏闽',
  '静晶',
  '强墙',
  '勇永',
  '波博',
  '超抄',
  '林琳',
  '海孩',
  '辉晖',
  '斌彬',
  '梅玫',
  '兰岚',
  '娟捐',
  '轩萱',
  '涵寒',
  '欣鑫',
  '雨宇',
  '子梓',
  '佳嘉',
  '思斯',
  '怡仪',
  '桂贵',
  '春椿',
  '秀绣',
  '金津',
  '荣容',
  '正政',
  '德得',
  '光广',
  '永咏',
  '兴星',
  '忠钟',
  '凤奉',
  '素速',
  '美每',
  '霞峡',
  '玲铃',
  '琴勤',
  '豪毫',
  '洋阳',
  '航杭',
  '睿瑞',
  '妍言',
  '瑶遥',
  '悦月',
  '浩昊',
  '俊骏',
  '博伯',
  '天添',
  '晓小',
  '家佳',
  '世士',
  '朝潮',
  '福服',
  '生升',
  '清青',
  '富付',
  '才材',
  '云芸',
  '发罚',
  '香乡',
  '莲连',
  '珍真',
  '芬分',
  '菊局',
  '翠脆',
  '淑姝',
  '仙鲜',
  '磊垒',
]
/** The same character in an older shape. */
const variants: readonly string[] = [
  '峰峯',
  '群羣',
  '杰傑',
  '国國',
  '华華',
  '兰蘭',
  '凤鳳',
  '云雲',
  '丽麗',
  '荣榮',
  '贵貴',
  '军軍',
  '强強',
  '刚剛',
  '伟偉',
  '辉輝',
  '艳豔',
  '升昇',
  '志誌',
  '静靜',
  '洁潔',
]

const swapLast = (name: string, pairs: readonly string[]): string | null => {
  const letters = Array.from(name)
  for (let i = letters.length - 1; i > 0; i--) {
    const at = letters[i] as string
    const pair = pairs.find((two) => two.includes(at))
    if (pair === undefined) continue
    letters[i] = pair[0] === at ? (pair[1] as string) : (pair[0] as string)
    return letters.join('')
  }
  return null
}

/** The name with one given character that sounds the same, or null where none is known. */
export const sameSoundName = (name: string): string | null => swapLast(name, sameSound)
/** The name with one character in a variant shape, or null. */
export const variantName = (name: string): string | null => swapLast(name, variants)

const villageFirst = '石龙坪新大高平马长双青白金水岩木红桥沙云'
const villageSecond = '门坝山寨田塘湾冲岭坪井河场沟桥坡林口屯箐'

export interface Village {
  township: string
  village: string
  code: string
  groups: number
}

const placeName = (index: number): string => {
  const first = villageFirst[index % villageFirst.length] as string
  const second = villageSecond[Math.floor(index / villageFirst.length + index) % villageSecond.length] as string
  const round = Math.floor(index / (villageFirst.length * villageSecond.length))
  const extra = round === 0 ? '' : (['上', '下', '前', '后', '里', '外', '东', '西', '南', '北'][(round - 1) % 10] as string)
  return extra + first + second
}

/** Townships and villages for so many households: about 430 a village and 13 villages a township, under the county's code. */
export const layOut = (region: string, households: number): Village[] => {
  const villages = Math.max(4, Math.round(households / 430))
  const townships = Math.max(2, Math.min(90, Math.round(villages / 12.8)))
  const names = ['镇', '乡', '街道']
  return Array.from({ length: villages }, (_, index) => {
    const township = Math.floor((index * townships) / villages)
    const kind = township === 0 ? (names[2] as string) : (names[township % 2] as string)
    return {
      township: `${placeName(township * 7 + 211)}${kind}`,
      village: `${placeName(index)}村`,
      code: `${region}${String(100 + township)}${String(200 + (index % 700)).padStart(3, '0')}`,
      groups: 4 + (index % 9),
    }
  })
}
