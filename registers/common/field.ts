import type { FieldDefinition } from '#engine/kinds/index.ts'

/** 领域: the fields of the plan's future industries. */
export const futureField = {
  kind: 'choice',
  label: { zh: '所属领域', en: 'Field' },
  needed: true,
  codes: {
    semiconductor: { zh: '第三代半导体', en: 'Third-generation semiconductors' },
    artificial_intelligence: { zh: '通用人工智能', en: 'General artificial intelligence' },
    quantum: { zh: '量子科技', en: 'Quantum science and technology' },
    network: { zh: '未来网络', en: 'Future networks' },
    new_material: { zh: '前沿新材料', en: 'Frontier materials' },
    synthetic_biology: { zh: '合成生物', en: 'Synthetic biology' },
    new_energy: { zh: '新能源(氢能与新型储能)', en: 'New energy (hydrogen, storage)' },
    metaverse: { zh: '元宇宙', en: 'Metaverse' },
    cell_gene: { zh: '细胞与基因技术', en: 'Cell and gene technology' },
    deep_space: { zh: '深海深地空天', en: 'Deep sea, earth and space' },
    other: { zh: '其他', en: 'Other' },
  },
} as const satisfies FieldDefinition
