-- The same with the groups of countries looked up in a small table, once a nationality.
create or replace table derived as
select id, origin,
  cast(case
    when origin = 'BE' and ff_nationality_wide = 'B' and fm_nationality_wide = 'B' and mf_nationality_wide = 'B' and mm_nationality_wide = 'B' then 'BE'
    when origin = 'BE' and (ff_nationality_wide = 'N' or fm_nationality_wide = 'N' or mf_nationality_wide = 'N' or mm_nationality_wide = 'N') then 'G3_NEU'
    when origin = 'BE' and (ff_nationality_wide = 'E' or fm_nationality_wide = 'E' or mf_nationality_wide = 'E' or mm_nationality_wide = 'E') then 'G3_EU'
    when origin = 'BE' then 'BE_UND'
    when nationality_at_birth_wide = 'B' and father_nationality_wide = 'E' and mother_nationality_wide = 'E' then 'G2_EU'
    when nationality_at_birth_wide = 'B' and father_nationality_wide = 'N' and mother_nationality_wide = 'N' then 'G2_NEU'
    when nationality_at_birth_wide = 'B' and (father_nationality_wide = 'B' and mother_nationality_wide = 'E' or father_nationality_wide = 'E' and mother_nationality_wide = 'B') then 'G2_BE_EU'
    when nationality_at_birth_wide = 'B' and (father_nationality_wide = 'B' and mother_nationality_wide = 'N' or father_nationality_wide = 'N' and mother_nationality_wide = 'B') then 'G2_BE_NEU'
    when nationality_at_birth_wide = 'B' and (father_nationality_wide = 'E' and mother_nationality_wide = 'N' or father_nationality_wide = 'N' and mother_nationality_wide = 'E') then 'G2_EU_NEU'
    when nationality_at_birth_wide = 'B' and (father_nationality_wide <> 'B' or mother_nationality_wide <> 'B') then 'G2_OTHER'
    when nationality_at_birth_wide <> 'B' and nationality_now_wide = 'B' and acquired_on + interval 5 year < date '2014-12-31' then 'G1_BE_OLD'
    when nationality_at_birth_wide <> 'B' and nationality_now_wide = 'B' and acquired_on is not null then 'G1_BE_NEW'
    when nationality_now_wide <> 'B' and registered_on + interval 5 year < date '2014-12-31' then 'G1_OLD'
    when nationality_now_wide <> 'B' and registered_on is not null then 'G1_NEW'
    else 'UND' end as history) as migration_history
from (
  select *, cast(case
    when father_nationality_wide <> 'B' then father_nationality_group
    when mother_nationality_wide <> 'B' then mother_nationality_group
    when nationality_at_birth_wide <> 'B' then nationality_at_birth_group
    when nationality_now_wide <> 'B' then nationality_now_group
    when nationality_now_wide = 'B' and nationality_at_birth_wide = 'B' and father_nationality_wide = 'B' and mother_nationality_wide = 'B' then 'BE'
    when nationality_now_wide = 'B' and nationality_at_birth_wide = 'B' and (father_nationality_wide is null or mother_nationality_wide is null) then 'UBE'
    when nationality_at_birth_wide is null and nationality_now_wide is null then 'UND'
    else 'UNC' end as origins) as origin
  from (
    select id, acquired_on, registered_on,
      c0.wide as father_nationality_wide, c0.grp as father_nationality_group,
      c1.wide as mother_nationality_wide, c1.grp as mother_nationality_group,
      c2.wide as nationality_at_birth_wide, c2.grp as nationality_at_birth_group,
      c3.wide as nationality_now_wide, c3.grp as nationality_now_group,
      c4.wide as ff_nationality_wide,
      c5.wide as fm_nationality_wide,
      c6.wide as mf_nationality_wide,
      c7.wide as mm_nationality_wide
    from person
    left join country_group c0 on c0.code = father_nationality
    left join country_group c1 on c1.code = mother_nationality
    left join country_group c2 on c2.code = nationality_at_birth
    left join country_group c3 on c3.code = nationality_now
    left join country_group c4 on c4.code = ff_nationality
    left join country_group c5 on c5.code = fm_nationality
    left join country_group c6 on c6.code = mf_nationality
    left join country_group c7 on c7.code = mm_nationality))
