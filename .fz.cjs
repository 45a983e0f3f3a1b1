const X=require('xlsx'); const fs=require('fs'), vm=require('vm'); const {Session}=require('inspector');
const b=fs.readFileSync(process.argv[2]); const s=new Session(); s.connect(); s.post('Profiler.enable'); s.post('Profiler.start');
console.error=()=>{};
const read=()=>X.read(b,{type:'buffer',dense:true,cellNF:true,cellDates:false,cellText:false,cellHTML:false,cellFormula:true,sheetStubs:true});
try{ vm.runInNewContext('read()',{read},{timeout:4000}); console.log('ok') }catch(e){console.log(e.code,e.message, process.memoryUsage().rss>>20)}
s.post('Profiler.stop',(e,{profile:p})=>{const self=new Map();const by=new Map(p.nodes.map(n=>[n.id,n])); p.samples.forEach(i=>{const n=by.get(i).callFrame;const k=n.functionName+':'+n.lineNumber;self.set(k,(self.get(k)||0)+1)});console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,8))});
