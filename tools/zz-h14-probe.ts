import { readFileSync, readdirSync } from 'node:fs';
import { WordAligner } from '/work/main/src/core/align/words.ts';
import { readVariant } from '/work/main/src/core/work/variant-file.ts';
const F='/work/main/translations/works/mistral-interview/';
const ids=readdirSync(F).filter(n=>n.endsWith('.md')).map(n=>n.slice(0,-3));
const texts=new Map(ids.map(id=>[id,new Map(readVariant(readFileSync(F+id+'.md','utf8'),id).value.map(p=>[p.id,p.text]))]));
const rows=[...texts.get('de')!.keys()];
const al=new WordAligner(new Map(ids.map(id=>[id,{lang:id,rows:rows.map(r=>texts.get(id)!.get(r)??'')}])),0);
// all cross-pair identical stems, unique in both rows of the pair: are they linked >= .5 ?
for (const [a,b] of [['fr','de'],['de','en'],['fr','en'],['es','de'],['it','en'],['fi','de'],['pt','fr'],['de-back','en']] as const){
 const g=al.links(a,b); let s=g.next(); while(!s.done) s=g.next();
 let n=0,ok=0; const miss:string[]=[];
 rows.forEach((id,r)=>{ const A=al.text(a).row(r),B=al.text(b).row(r); const l=s.value(r); if(!l) return;
  A.types.forEach((t,i)=>{ const st=al.text(a).stems[t]!; if(st.length<4) return;
   if([...A.types].filter(x=>x===t).length!==1) return;
   const js=[...B.types.keys()].filter(j=>al.text(b).stems[B.types[j]!]===st); if(js.length!==1) return;
   n++; let p=0; for(let e=l.starts[i]!;e<l.starts[i+1]!;e++) if(l.targets[e]===js[0]) p=l.probabilities[e]!;
   if(p>=.5) ok++; else miss.push(id+':'+texts.get(a)!.get(id)!.slice(A.starts[i]!,A.ends[i]!)+'/'+texts.get(b)!.get(id)!.slice(B.starts[js[0]!]!,B.ends[js[0]!]!)+'='+p.toFixed(2)); });});
 console.log(a,b,n,ok,miss.slice(0,14).join(' '));
}
