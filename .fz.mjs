import * as X from 'xlsx'; import {writeFileSync} from 'node:fs';
const wb=X.utils.book_new(); X.utils.book_append_sheet(wb,X.utils.aoa_to_sheet([['id','amount'],['D1',5]]),'Deals');
const type=process.argv[2]; const whole=X.write(wb,{type:'buffer',bookType:type});
console.error=()=>{}; let seed=Number(process.argv[3]); const rnd=n=>{seed=(seed*1664525+1013904223)>>>0;return Math.floor(seed/4294967296*n)};
for(let i=0;i<8000;i++){ const b=Buffer.from(rnd(3)?whole:whole.subarray(0,8+rnd(whole.length-8))); const k=1+rnd(4); const at=[];for(let j=0;j<k&&b.length>8;j++) {const p=8+rnd(b.length-8);at.push([p,whole[p],b[p]=rnd(256)]);}
 writeFileSync('/tmp/loadtry/last.'+type,b); writeFileSync('/tmp/loadtry/last.json',JSON.stringify({at,len:b.length,whole:whole.length})); const t=Date.now();
 try{X.read(b,{type:'buffer',dense:true,cellNF:true,cellDates:false,cellText:false,cellHTML:false,cellFormula:true,sheetStubs:true})}catch{}
 if(Date.now()-t>1000) console.log(type,i,'slow',Date.now()-t, process.memoryUsage().rss>>20); }
console.log(type,'done');
