@echo off
rem Builds what is missing or out of date, once and quietly, then runs the rollcall command. Needs a JDK 17 or newer.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\demo\target\rollcall-demo.jar"
set "stamp=%home%\demo\target\built-by"
set "lock=%home%\.rollcall-building"
set "archive=%home%\demo\target\rollcall-demo.jsa"
set "fast=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8"

if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
) else (
    set "java="
    for %%I in (java.exe) do set "java=%%~$PATH:I"
)
if not defined java (
    echo rollcall: needs a JDK 17 or newer, and found no java: install one or set JAVA_HOME>&2
    exit /b 70
)
if not exist "%java%" (
    echo rollcall: there is no "%java%": set JAVA_HOME to a JDK 17 or newer, or unset it>&2
    exit /b 70
)

call :current && goto run
if not exist "%jar%" call :check || exit /b 70
set /a waited=0
:lock
mkdir "%lock%" 2>nul && goto build
if %waited%==0 echo rollcall: waiting for another one that is building...>&2
set /a waited+=1
if %waited% gtr 900 (
    echo rollcall: gave up waiting; if nothing is building, remove "%lock%">&2
    exit /b 70
)
ping -n 2 127.0.0.1 >nul
goto lock

:build
call :current && goto unlock
call :check
if errorlevel 1 (
    rmdir "%lock%"
    exit /b 70
)
if exist "%jar%" (
    echo rollcall: building what has changed...>&2
) else (
    echo rollcall: building, once: a minute or two, with about 100 MB to download...>&2
)
if not exist "%home%\demo\target" mkdir "%home%\demo\target"
set "log=%home%\demo\target\build.log"
pushd "%home%"
call "%home%\mvnw.cmd" -q -B -ntp -f "%home%\pom.xml" -pl demo -am -Dusers-build package >"%log%" 2>&1
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
    rmdir "%lock%"
    type "%log%" >&2
    echo rollcall: the build failed; the first one needs the network, for downloads from Maven's repository>&2
    exit /b 70
)
del "%archive%" 2>nul
"%java%" %fast% "-XX:ArchiveClassesAtExit=%archive%" -cp "%jar%" org.rollcall.demo.Rehearsal >>"%log%" 2>&1
>"%stamp%" echo %java%
:unlock
rmdir "%lock%"

:run
rem The agent runs as its service will; everything else is short and wants to start fast.
if "%~1"=="agent" (
    "%java%" "@%home%\config-templates\agent.jvmoptions" -jar "%jar%" %*
    exit /b
)
if exist "%archive%" (
    "%java%" %fast% -Xlog:disable "-XX:SharedArchiveFile=%archive%" -jar "%jar%" %*
) else (
    "%java%" %fast% -jar "%jar%" %*
)
exit /b

rem Whether the jar is there and no source is newer than the last build.
:current
if not exist "%jar%" exit /b 1
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$b=(Get-Item -LiteralPath $env:stamp).LastWriteTime; $n=@(Get-Item (Join-Path $env:home 'pom.xml')) + @('xmpp','loopback','agent','central','cli','demo' | ForEach-Object { Get-Item (Join-Path $env:home ($_+'\pom.xml')); Get-ChildItem -Recurse (Join-Path $env:home ($_+'\src\main')) }) | Where-Object { $_.LastWriteTime -gt $b } | Select-Object -First 1; if ($n) { exit 1 }"
exit /b

rem Whether this Java can build and run it.
:check
set "version="
for /f "tokens=3" %%V in ('cmd /c ""%java%" -XshowSettings:properties -version 2^>^&1" ^| findstr /c:"java.specification.version ="') do set "version=%%V"
if not defined version (
    echo rollcall: "%java%" does not tell its version: set JAVA_HOME to a JDK 17 or newer>&2
    exit /b 1
)
for /f "delims=." %%V in ("%version%") do set "version=%%V"
if %version% lss 17 (
    echo rollcall: "%java%" is Java %version%, and 17 or newer is needed: set JAVA_HOME to a JDK 17 or newer>&2
    exit /b 1
)
exit /b 0
