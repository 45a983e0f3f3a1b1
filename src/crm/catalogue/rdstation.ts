import { definePreset } from '../definition.js';

export const rdstation = definePreset({
  id: 'rdstation',
  title: 'RD Station CRM',
  fingerprint: [
    {
      role: 'deals',
      all: ['Nome da negociação'],
      any: ['Etapa do funil de vendas', 'Valor da negociação', 'Responsável pela negociação'],
    },
    { role: 'deals', all: ['Funil de vendas', 'Etapa'], any: ['Motivo de Perda', 'Valor Único', 'Estado'] },
  ],
  columns: {
    deals: {
      id: ['ID da negociação', 'ID'],
      name: ['Nome da negociação', 'Nome'],
      account: ['Empresa', 'Nome da empresa'],
      contact: ['Contato', 'Contatos'],
      owner: ['Responsável pela negociação', 'Responsável'],
      stage: ['Etapa do funil de vendas', 'Etapa'],
      status: ['Estado da negociação', 'Estado', 'Status'],
      pipeline: ['Funil de vendas', 'Funil'],
      amount: ['Valor da negociação', 'Valor Total', 'Valor Único'],
      currency: ['Moeda'],
      probability: ['Probabilidade'],
      created_at: ['Data de criação'],
      closed_at: ['Data de fechamento'],
      expected_close: ['Previsão de fechamento', 'Data prevista de fechamento'],
      source: ['Fonte', 'Origem'],
      lost_reason: ['Motivo de Perda', 'Motivo da perda'],
      last_activity: ['Data da última interação'],
    },
  },
  ignore: ['Valor Recorrente', 'Qualificação', 'Campanha', 'Hora da criação', 'Hora do fechamento', 'Pausada'],
  outcomes: {
    won: ['Ganha', 'Ganho', 'Vendida', 'Vendido'],
    lost: ['Perdida', 'Perdido'],
    open: [
      'Em andamento',
      'Pausada',
      'Sem contato',
      'Contato feito',
      'Identificação do interesse',
      'Apresentação',
      'Proposta enviada',
    ],
  },
  amounts: { decimal: ',' },
  dates: { order: 'dmy' },
  notes: [
    'Written with ";", decimal commas and days first.',
    '"Valor Recorrente" (per month) is not added to the amount.',
  ],
  source: 'exports of negotiations (Brazilian Portuguese labels)',
});
