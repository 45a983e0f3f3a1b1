import { describe, expect, it } from 'vitest';
import { arePlaces } from '../../src/crm/places.js';

describe('places', () => {
  it.each([
    ['state', 'TX,NV,OR'],
    ['state', 'CA'],
    ['state', 'California,Texas,New York'],
    ['state', 'Texas (TX),Nevada (NV)'],
    ['state', 'US-TX,US-NV,US-CA'],
    ['billing state', 'Ontario,Quebec,AB'],
    ['estado', 'SP,RJ,MG'],
    ['uf', 'SP,PR'],
    ['estado', 'São Paulo,Paraná,Minas Gerais'],
    ['estado', 'SAO PAULO,PARANA,MINAS GERAIS'],
    ['estado', 'Jalisco,Nuevo León,CDMX,Querétaro'],
    ['state', 'Maharashtra,Tamil Nadu,Karnataka'],
    ['bundesland', 'Bayern,Hessen,Baden-Württemberg'],
    ['bundesland', 'NW,BY,HE'],
    ['state', 'NSW,VIC,QLD'],
    ['estado', 'Córdoba,Mendoza,Santa Fe'],
    ['provincia', 'Madrid,Sevilla,Valencia'],
    ['استان', 'تهران,اصفهان,فارس'],
    ['وضعیت', 'تهران,البرز,خراسان رضوی'],
    ['status', 'Germany,France,Italy'],
    ['status', 'Deutschland,Frankreich'],
    ['state', 'México,España,Brasil'],
    ['status', 'DE,FR,IT,ES'],
    ['état', 'Île-de-France,Bretagne,Occitanie'],
  ])('are under %s: %s', (header, values) => {
    expect(arePlaces(values.split(','), header)).toBe(true);
  });

  it.each([
    ['state', 'Open,Won,Lost'],
    ['state', 'open'],
    ['state', 'OP,WO,LO'],
    ['status', 'CL,PE'],
    ['status', 'New,In progress,Victoria'],
    ['status', 'Lead In,Demo,Contract'],
    ['estado', 'Ganado,Perdido,Abierto'],
    ['estado', 'Ativo,Inativo'],
    ['وضعیت', 'موفق,ناموفق,جاری'],
    ['stage', '1,2,3'],
    ['state', 'active,paused,done'],
    ['status', ''],
  ])('are not under %s: %s', (header, values) => {
    expect(arePlaces(values === '' ? [] : values.split(','), header)).toBe(false);
  });
});
