-- What lists are narrowed by besides body, day and service: a decision's maker, whether it was key, whether it was called in.

create table facet (
    kind text not null,
    key text not null,
    name text not null,
    value text not null,
    primary key (kind, key, name)
);
create index facet_of_value on facet (kind, name, value, key);

insert into facet (kind, key, name, value)
    select s.kind, s.key, 'maker', case when p.body like '%"by":"delegate"%' then 'delegate' else 'body' end
    from standing s join publication p on p.seq = s.seq where s.kind = 'decision' and not s.withdrawn;
